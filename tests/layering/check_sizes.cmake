# SPDX-License-Identifier: GPL-3.0-or-later
# cmake -DROOT=<checkout> -P check_sizes.cmake: no source file over 500 lines, no header over 150.
cmake_minimum_required(VERSION 3.25)
file(GLOB_RECURSE files RELATIVE ${ROOT} ${ROOT}/models/*.h ${ROOT}/models/*.cpp ${ROOT}/widgets/*.h ${ROOT}/widgets/*.cpp ${ROOT}/app/*.h
  ${ROOT}/app/*.cpp ${ROOT}/tests/*.h ${ROOT}/tests/*.cpp)
set(bad 0)
foreach(file IN LISTS files)
  file(READ ${ROOT}/${file} text)
  string(REGEX REPLACE "[^\n]" "" newlines "${text}")
  string(LENGTH "${newlines}" lines)
  if(lines GREATER 500 OR (file MATCHES "\\.h$" AND lines GREATER 150))
    message(NOTICE "${file}: ${lines} lines")
    math(EXPR bad "${bad} + 1")
  endif()
endforeach()
if(bad GREATER 0)
  message(FATAL_ERROR "${bad} files are larger than their room (500 lines, headers 150)")
endif()
