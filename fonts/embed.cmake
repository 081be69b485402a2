# Turns any file into a C11 source file, at build time:
#
#   cmake -DINPUT=x.ttf -DOUTPUT=x.c -DSYMBOL=font_text_regular -P embed.cmake
#
# The result defines
#
#   const unsigned char font_text_regular[];
#   const size_t font_text_regular_size;
#
# and depends only on the bytes of INPUT, its name without folders, and SYMBOL.

cmake_minimum_required(VERSION 3.16)

foreach(name IN ITEMS INPUT OUTPUT SYMBOL)
  if("${${name}}" STREQUAL "")
    message(FATAL_ERROR "embed.cmake: -D${name}=... is missing")
  endif()
endforeach()
if(NOT SYMBOL MATCHES "^[A-Za-z_][A-Za-z0-9_]*$")
  message(FATAL_ERROR "embed.cmake: '${SYMBOL}' is not a C identifier")
endif()

file(READ "${INPUT}" bytes HEX)
if(bytes STREQUAL "")
  message(FATAL_ERROR "embed.cmake: ${INPUT} is empty; C has no empty arrays")
endif()

# Sixteen bytes a line, then "0x..," for each byte.
string(REPEAT "[0-9a-f]" 32 line)
string(REGEX REPLACE "(${line})" "\\1\n" bytes "${bytes}")
string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${bytes}")

get_filename_component(input_name "${INPUT}" NAME)
string(REGEX REPLACE "[^A-Za-z0-9._-]" "_" input_name "${input_name}")
file(WRITE "${OUTPUT}" "/* Made from ${input_name} by embed.cmake. */
#include <stddef.h>

extern const unsigned char ${SYMBOL}[];
extern const size_t ${SYMBOL}_size;

const unsigned char ${SYMBOL}[] = {
${bytes}
};

const size_t ${SYMBOL}_size = sizeof ${SYMBOL};
")
