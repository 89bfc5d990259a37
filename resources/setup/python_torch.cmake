# SPDX-License-Identifier: GPL-3.0-or-later
# The target `torch` from the torch of a Python environment: BLURIG_TORCH is the environment's folder, or that of its
# package torch. What PyPI has is built for CUDA, and its own CMake package then asks for the whole CUDA toolkit.

file(GLOB torch_folders ${BLURIG_TORCH} ${BLURIG_TORCH}/torch ${BLURIG_TORCH}/lib*/python3*/*-packages/torch)
set(torch_folder "")
foreach(folder ${torch_folders})
    if(EXISTS ${folder}/lib/libtorch_cpu.so AND EXISTS ${folder}/include/ATen/ATen.h)
        set(torch_folder ${folder})
    endif()
endforeach()
if(NOT torch_folder)
    message(FATAL_ERROR "${BLURIG_TORCH} holds no torch: give the folder of a Python environment in which torch is "
        "installed by pip, or that of its package torch")
endif()

# A wheel that says nothing has the C++ library's new strings, as Debian's Qt and OpenCV have.
file(STRINGS ${torch_folder}/share/cmake/Torch/TorchConfig.cmake old_strings REGEX "_GLIBCXX_USE_CXX11_ABI=0")
if(old_strings)
    message(FATAL_ERROR "${torch_folder} is built with _GLIBCXX_USE_CXX11_ABI=0, which Debian's Qt and OpenCV do not go "
        "with: take torch 2.7 or newer")
endif()

# Names of the libraries that a library of torch needs and that are not there.
function(missing_libraries library result)
    execute_process(COMMAND ldd ${torch_folder}/lib/${library} OUTPUT_VARIABLE needed ERROR_QUIET)
    string(REGEX MATCHALL "[^ \t\n]+ => not found" missing "${needed}")
    list(TRANSFORM missing REPLACE " => not found" "")
    list(REMOVE_DUPLICATES missing)
    list(JOIN missing ", " missing)
    set(${result} "${missing}" PARENT_SCOPE)
endfunction()
missing_libraries(libtorch_cpu.so missing)
if(missing)
    message(FATAL_ERROR "${torch_folder}: its libraries need ${missing}, not found: install torch with its dependencies")
endif()

# Of its headers only LibTorch's: beside them lie fmt's, oneDNN's and others of other versions than Debian's.
set(torch_headers ${CMAKE_BINARY_DIR}/torch/include)
file(MAKE_DIRECTORY ${torch_headers})
foreach(name ATen c10 caffe2 torch)
    if(EXISTS ${torch_folder}/include/${name})
        file(CREATE_LINK ${torch_folder}/include/${name} ${torch_headers}/${name} SYMBOLIC)
    endif()
endforeach()

set(torch_libraries ${torch_folder}/lib/libtorch_cpu.so ${torch_folder}/lib/libc10.so)
# Nothing refers to what brings CUDA: it registers itself when it is loaded.
missing_libraries(libtorch_cuda.so missing)
if(EXISTS ${torch_folder}/lib/libtorch_cuda.so AND NOT missing)
    list(APPEND torch_libraries -Wl,--push-state,--no-as-needed ${torch_folder}/lib/libtorch_cuda.so -Wl,--pop-state)
endif()
add_library(torch INTERFACE IMPORTED)
target_include_directories(torch SYSTEM INTERFACE ${torch_headers} ${torch_headers}/torch/csrc/api/include)
target_link_libraries(torch INTERFACE ${torch_libraries})
file(STRINGS ${torch_folder}/version.py torch_version REGEX "^__version__")
string(REGEX REPLACE ".*'(.*)'" "\\1" torch_version "${torch_version}")
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${torch_folder}/version.py)
message(STATUS "LibTorch ${torch_version} of ${torch_folder}")
