/*
 * device: the names that Windows keeps for devices, whatever the folder, the case or the ending: no
 * file there can be called so (Win32, "Naming Files, Paths, and Namespaces").
 */
#ifndef BASE_DEVICE_H
#define BASE_DEVICE_H

#include "base/text.h"

/** Whether the name of a file, without its folder, is one: "con", "CON.json", "com1.a.pdf". */
bool device_is_name(struct str file);

#endif
