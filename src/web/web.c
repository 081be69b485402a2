#include "handout.h"
