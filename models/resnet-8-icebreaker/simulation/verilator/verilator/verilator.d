verilator.o: \
 /work/main/.venv/lib/python3.11/site-packages/cocotb/share/lib/verilator/verilator.cpp \
 Vtop.h \
 /work/main/.venv/lib/python3.11/site-packages/verilator/include/verilated.h \
 /work/main/.venv/lib/python3.11/site-packages/verilator/include/verilated_config.h \
 /work/main/.venv/lib/python3.11/site-packages/verilator/include/verilatedos.h \
 /work/main/.venv/lib/python3.11/site-packages/verilator/include/verilated_types.h \
 /work/main/.venv/lib/python3.11/site-packages/verilator/include/verilated_funcs.h \
 /work/main/.venv/lib/python3.11/site-packages/verilator/include/vltstd/svdpi.h \
 /work/main/.venv/lib/python3.11/site-packages/verilator/include/verilated_vpi.h \
 /work/main/.venv/lib/python3.11/site-packages/verilator/include/verilated.h \
 /work/main/.venv/lib/python3.11/site-packages/verilator/include/verilated_syms.h \
 /work/main/.venv/lib/python3.11/site-packages/verilator/include/verilated_sym_props.h \
 /work/main/.venv/lib/python3.11/site-packages/verilator/include/vltstd/sv_vpi_user.h \
 /work/main/.venv/lib/python3.11/site-packages/verilator/include/vltstd/vpi_user.h
