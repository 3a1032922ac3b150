# SPDX-License-Identifier: GPL-3.0-or-later
# cmake -DCASE=<name> -DROOT=<checkout> -DWORK=<folder> -P planted.cmake: plants one violation and fails unless it is caught.
cmake_minimum_required(VERSION 3.25)
file(REMOVE_RECURSE ${WORK})
file(MAKE_DIRECTORY ${WORK})

# A small project with the house's own modules: `body` declares its libraries.
function(project body)
  file(MAKE_DIRECTORY ${WORK}/packaging/cmake)
  file(COPY ${ROOT}/packaging/cmake/ DESTINATION ${WORK}/packaging/cmake)
  file(WRITE ${WORK}/CMakeLists.txt "cmake_minimum_required(VERSION 3.25)\nproject(Planted VERSION 0.1 LANGUAGES CXX)\n"
    "set(CMAKE_CXX_STANDARD 20)\nfind_package(Qt6 REQUIRED COMPONENTS Core Gui Widgets)\n"
    "list(APPEND CMAKE_MODULE_PATH \${CMAKE_SOURCE_DIR}/packaging/cmake)\ninclude(WeirkeeperTargets)\ninclude(WeirkeeperLayers)\n${body}\nwk_check_layers()\n")
endfunction()

function(expect result output pattern)
  if(result EQUAL 0)
    message(FATAL_ERROR "${CASE}: the violation went through\n${output}")
  endif()
  if(NOT output MATCHES "${pattern}")
    message(FATAL_ERROR "${CASE}: refused, but not for this reason (${pattern})\n${output}")
  endif()
  message(NOTICE "${CASE}: caught")
endfunction()

set(plain "int planted() { return 0; }\n")
if(CASE STREQUAL "include_of_a_widget")      # mechanism 1: the library is not linked to Widgets
  file(WRITE ${WORK}/a.cpp "#include <QWidget>\n${plain}")
  project("wk_models_library(base SOURCES a.cpp)")
  execute_process(COMMAND ${CMAKE_COMMAND} -G Ninja -S ${WORK} -B ${WORK}/b OUTPUT_QUIET ERROR_QUIET RESULT_VARIABLE configured)
  execute_process(COMMAND ${CMAKE_COMMAND} --build ${WORK}/b RESULT_VARIABLE result OUTPUT_VARIABLE out ERROR_VARIABLE err)
  expect(${result} "${out}${err}" "QWidget: No such file")
elseif(CASE STREQUAL "upward_dependency")    # mechanism 2: a dependency must exist already
  file(WRITE ${WORK}/a.cpp "${plain}")
  project("wk_models_library(base SOURCES a.cpp DEPENDS models_runs)\nwk_models_library(runs SOURCES a.cpp)")
  execute_process(COMMAND ${CMAKE_COMMAND} -G Ninja -S ${WORK} -B ${WORK}/b RESULT_VARIABLE result OUTPUT_VARIABLE out ERROR_VARIABLE err)
  expect(${result} "${out}${err}" "does not exist yet")
elseif(CASE STREQUAL "link_of_widgets")      # mechanism 3: the walk of the link closure
  file(WRITE ${WORK}/a.cpp "${plain}")
  project("wk_models_library(base SOURCES a.cpp LINK Qt6::Widgets)")
  execute_process(COMMAND ${CMAKE_COMMAND} -G Ninja -S ${WORK} -B ${WORK}/b RESULT_VARIABLE result OUTPUT_VARIABLE out ERROR_VARIABLE err)
  expect(${result} "${out}${err}" "models_base reaches Qt6::Widgets")
elseif(CASE STREQUAL "widgets_link_each_other")
  file(WRITE ${WORK}/a.cpp "${plain}")
  project("wk_widgets_library(canvas SOURCES a.cpp)\nwk_widgets_library(timeline SOURCES a.cpp DEPENDS widgets_canvas)")
  execute_process(COMMAND ${CMAKE_COMMAND} -G Ninja -S ${WORK} -B ${WORK}/b RESULT_VARIABLE result OUTPUT_VARIABLE out ERROR_VARIABLE err)
  expect(${result} "${out}${err}" "never each other")
elseif(CASE MATCHES "^climbing_include_(.*)$") # mechanism 4: the include check
  set(which ${CMAKE_MATCH_1})
  if(which STREQUAL "qtwidgets")
    file(WRITE ${WORK}/models/base/a.cpp "#include <QtWidgets/QWidget>\n")
    set(pattern "know no widgets")
  elseif(which STREQUAL "folder")
    file(WRITE ${WORK}/models/yaml/a.cpp "#include \"models/runs/run.h\"\n")
    set(pattern "stands below it")
  elseif(which STREQUAL "sibling")
    file(WRITE ${WORK}/widgets/canvas/a.cpp "#include \"widgets/timeline/timelinewidget.h\"\n")
    set(pattern "only common and painting")
  else()
    file(WRITE ${WORK}/widgets/canvas/a.cpp "#include \"app/services/services.h\"\n")
    set(pattern "widgets include app")
  endif()
  execute_process(COMMAND ${CMAKE_COMMAND} -DROOT=${WORK} -P ${ROOT}/tests/layering/check_includes.cmake
    RESULT_VARIABLE result OUTPUT_VARIABLE out ERROR_VARIABLE err)
  expect(${result} "${out}${err}" "${pattern}")
elseif(CASE STREQUAL "headless_asks_for_charts") # mechanism 5: the headless configuration
  file(WRITE ${WORK}/CMakeCache.txt "Qt6Core_DIR:PATH=/x\nQt6Charts_DIR:PATH=/x\n")
  execute_process(COMMAND ${CMAKE_COMMAND} -DCACHE=${WORK}/CMakeCache.txt -P ${ROOT}/tests/layering/check_cache.cmake
    RESULT_VARIABLE result OUTPUT_VARIABLE out ERROR_VARIABLE err)
  expect(${result} "${out}${err}" "asked for")
elseif(CASE STREQUAL "long_file")
  string(REPEAT "// line\n" 501 long)
  file(WRITE ${WORK}/models/base/a.cpp "${long}")
  execute_process(COMMAND ${CMAKE_COMMAND} -DROOT=${WORK} -P ${ROOT}/tests/layering/check_sizes.cmake
    RESULT_VARIABLE result OUTPUT_VARIABLE out ERROR_VARIABLE err)
  expect(${result} "${out}${err}" "501 lines")
else()
  message(FATAL_ERROR "no case ${CASE}")
endif()
