/*
 * count: how many elements an array has. A pointer will not do: its array is not known.
 */
#ifndef VADEMECUM_BASE_COUNT_H
#define VADEMECUM_BASE_COUNT_H

#define COUNT(array) (sizeof(array) / sizeof *(array))

#endif
