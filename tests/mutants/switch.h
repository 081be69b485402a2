#ifndef MUTANTS_SWITCH_H
#define MUTANTS_SWITCH_H

/** @return whether this run is of this mutant, a number under MOST_MUTANTS */
int mutant_is(int number);

#endif
