# The toolchain of the WebAssembly module: zig's clang with WASI's C library.  ZIG names the program.
set(CMAKE_SYSTEM_NAME Generic)
set(CMAKE_SYSTEM_PROCESSOR wasm32)
set(CMAKE_C_COMPILER ${ZIG} cc)
set(CMAKE_CXX_COMPILER ${ZIG} c++)
list(APPEND CMAKE_TRY_COMPILE_PLATFORM_VARIABLES ZIG)

# Exceptions are what setjmp() and longjmp() are made of; the core uses them where memory runs out.
set(machine "--target=wasm32-wasi -mcpu=generic+exception_handling")
set(CMAKE_C_FLAGS_INIT "${machine} -mllvm -wasm-enable-sjlj -ffunction-sections -fdata-sections")
set(CMAKE_CXX_FLAGS_INIT "${CMAKE_C_FLAGS_INIT}")

# A trial program would need all that the linker is told in CMakeLists.txt.
foreach(language C CXX)
  set(CMAKE_${language}_COMPILER_WORKS TRUE)
endforeach()
