# SPDX-License-Identifier: GPL-3.0-or-later
# One folder, one static library, one namespace. A dependency must exist already, so upward links and cycles cannot be written.
set(WK_WARNINGS -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast -Wnon-virtual-dtor
    -Woverloaded-virtual -Wcast-align -Wformat=2 -Wimplicit-fallthrough -Wdouble-promotion -Wextra-semi -Wsuggest-override)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # GCC 12 sees uninitialised values in every second std::optional that was inlined; the sanitizers find the real ones.
  list(APPEND WK_WARNINGS -Wduplicated-cond -Wlogical-op -Wno-maybe-uninitialized)
endif()

add_library(wk_settings INTERFACE)
target_include_directories(wk_settings INTERFACE ${CMAKE_SOURCE_DIR} ${CMAKE_BINARY_DIR}/generated)
target_compile_options(wk_settings INTERFACE ${WK_WARNINGS} $<$<BOOL:${WK_WERROR}>:-Werror>)
target_compile_definitions(wk_settings INTERFACE QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_FOREACH
  QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING)
if(WK_SANITIZE)
  target_compile_options(wk_settings INTERFACE -fsanitize=address,undefined -fno-omit-frame-pointer -fno-sanitize-recover=undefined)
  target_link_options(wk_settings INTERFACE -fsanitize=address,undefined)
endif()

configure_file(${CMAKE_SOURCE_DIR}/packaging/cmake/version.h.in ${CMAKE_BINARY_DIR}/generated/version.h)

define_property(GLOBAL PROPERTY WK_LIBRARIES BRIEF_DOCS "our libraries" FULL_DOCS "layer/folder names in the order they were added")

# _wk_library(<layer> <folder> SOURCES ... DEPENDS <our libraries> LINK <foreign targets> PUBLIC_LINK <foreign targets in headers>)
function(_wk_library layer folder)
  cmake_parse_arguments(A "" "" "SOURCES;DEPENDS;LINK;PUBLIC_LINK" ${ARGN})
  string(REPLACE "/" "_" name "${layer}_${folder}")
  foreach(dependency IN LISTS A_DEPENDS)
    if(NOT TARGET ${dependency})
      message(FATAL_ERROR "${name} depends on ${dependency}, which does not exist yet: a library may only use those above it")
    endif()
  endforeach()
  add_library(${name} STATIC ${A_SOURCES})
  target_link_libraries(${name} PUBLIC wk_settings Qt6::Core ${A_PUBLIC_LINK} PRIVATE ${A_DEPENDS} ${A_LINK})
  set_property(TARGET ${name} PROPERTY WK_LAYER ${layer})
  set_property(GLOBAL APPEND PROPERTY WK_LIBRARIES ${name})
endfunction()

function(wk_models_library folder)
  _wk_library(models ${folder} ${ARGN})
endfunction()

function(wk_widgets_library folder)
  _wk_library(widgets ${folder} ${ARGN})
endfunction()

function(wk_app_library folder)
  _wk_library(app ${folder} ${ARGN})
endfunction()

# wk_test(<name> LABELS <labels> GUI SOURCES tst_*.cpp ... DEPENDS <our libraries> LINK <foreign targets>): one binary per folder.
function(wk_test name)
  cmake_parse_arguments(A "GUI;NO_CTEST" "TIMEOUT" "LABELS;SOURCES;DEPENDS;LINK;DEFINES" ${ARGN})
  if(NOT A_TIMEOUT)
    set(A_TIMEOUT 300)
  endif()
  if(A_GUI)
    set(runner testsupport_gui)
  else()
    set(runner testsupport)
  endif()
  add_executable(${name} ${A_SOURCES})
  # The registered test classes live in the objects of the executable itself; the runner only brings main().
  target_link_libraries(${name} PRIVATE ${runner} ${A_DEPENDS} ${A_LINK} Qt6::Test wk_settings)
  target_compile_definitions(${name} PRIVATE WK_SOURCE_DIR="${CMAKE_SOURCE_DIR}" WK_SHARED_DATA="${CMAKE_SOURCE_DIR}/../shared/data"
    WK_BINARY_DIR="${CMAKE_BINARY_DIR}" ${A_DEFINES})
  if(NOT A_NO_CTEST)
    add_test(NAME ${name} COMMAND ${name})
    set_tests_properties(${name} PROPERTIES TIMEOUT ${A_TIMEOUT} LABELS "${A_LABELS}"
      ENVIRONMENT "QT_QPA_PLATFORM=offscreen;TZ=UTC;LC_ALL=C.UTF-8;QT_HASH_SEED=0;WEIRKEEPER_HOME=${CMAKE_BINARY_DIR}/home/${name}")
  endif()
endfunction()
