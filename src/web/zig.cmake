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

# No trial programs: each would have zig build a C library that nothing else needs.
foreach(language C CXX)
  set(CMAKE_${language}_COMPILER_ID Clang)
  set(CMAKE_${language}_COMPILER_ID_RUN TRUE)
  set(CMAKE_${language}_COMPILER_FORCED TRUE)
endforeach()

foreach(language C CXX)
  set(CMAKE_${language}_ARCHIVE_CREATE "${ZIG} ar qcs <TARGET> <OBJECTS>")
  set(CMAKE_${language}_ARCHIVE_FINISH "")
endforeach()
