// Verilated -*- C++ -*-
// DESCRIPTION: Verilator output: Symbol table implementation internals

#include "Vtop__pch.h"

Vtop__Syms::Vtop__Syms(VerilatedContext* contextp, const char* namep, Vtop* modelp)
    : VerilatedSyms{contextp}
    // Setup internal state of the Syms class
    , __Vm_modelp{modelp}
    // Setup top module instance
    , TOP{this, namep}
{
    // Check resources
    Verilated::stackCheck(2408);
    // Setup sub module instances
    // Configure time unit / time precision
    _vm_contextp__->timeunit(-9);
    _vm_contextp__->timeprecision(-12);
    // Setup each module's pointers to their submodules
    // Setup each module's pointer back to symbol table (for public functions)
    TOP.__Vconfigure(true);
    // Setup scopes
    __Vscopep_TOP = new VerilatedScope{this, "TOP", "TOP", "<null>", 0, VerilatedScope::SCOPE_OTHER};
    __Vscopep_harness = new VerilatedScope{this, "harness", "harness", "harness", -9, VerilatedScope::SCOPE_MODULE};
    // Set up scope hierarchy
    __Vhier.add(0, __Vscopep_harness);
    // Setup export functions - final: 0
    // Setup export functions - final: 1
    // Setup public variables
    __Vscopep_TOP->varInsert("clk", &(TOP.clk), false, VLVT_UINT8, VLVD_IN|VLVF_PUB_RW, 0, 0);
    __Vscopep_TOP->varInsert("fault", &(TOP.fault), false, VLVT_UINT8, VLVD_OUT|VLVF_PUB_RD, 0, 1 ,2,0);
    __Vscopep_TOP->varInsert("finished", &(TOP.finished), false, VLVT_UINT32, VLVD_OUT|VLVF_PUB_RD, 0, 1 ,31,0);
    __Vscopep_TOP->varInsert("wake", &(TOP.wake), false, VLVT_UINT8, VLVD_OUT|VLVF_PUB_RD, 0, 0);
    __Vscopep_harness->varInsert("clk", &(TOP.harness__DOT__clk), false, VLVT_UINT8, VLVD_NODIR|VLVF_PUB_RW, 0, 0);
    __Vscopep_harness->varInsert("fault", &(TOP.harness__DOT__fault), false, VLVT_UINT8, VLVD_NODIR|VLVF_PUB_RD, 0, 1 ,2,0);
    __Vscopep_harness->varInsert("finished", &(TOP.harness__DOT__finished), false, VLVT_UINT32, VLVD_NODIR|VLVF_PUB_RD, 0, 1 ,31,0);
    __Vscopep_harness->varInsert("wake", &(TOP.harness__DOT__wake), false, VLVT_UINT8, VLVD_NODIR|VLVF_PUB_RD, 0, 0);
}

Vtop__Syms::~Vtop__Syms() {
    // Tear down scope hierarchy
    __Vhier.remove(0, __Vscopep_harness);
    // Clear keys from hierarchy map after values have been removed
    __Vhier.clear();
    // Tear down scopes
    VL_DO_CLEAR(delete __Vscopep_TOP, __Vscopep_TOP = nullptr);
    VL_DO_CLEAR(delete __Vscopep_harness, __Vscopep_harness = nullptr);
    // Tear down sub module instances
}
