// Verilated -*- C++ -*-
// DESCRIPTION: Verilator output: Design implementation internals
// See Vtop.h for the primary calling header

#include "Vtop__pch.h"

void Vtop___024root___eval_triggers_vec__ico(Vtop___024root* vlSelf) {
    VL_DEBUG_IF(VL_DBG_MSGF("+    Vtop___024root___eval_triggers_vec__ico\n"); );
    Vtop__Syms* const __restrict vlSymsp VL_ATTR_UNUSED = vlSelf->vlSymsp;
    auto& vlSelfRef = std::ref(*vlSelf).get();
    // Body
    vlSelfRef.__VicoTriggered[0U] = ((0xfffffffffffffffeULL 
                                      & vlSelfRef.__VicoTriggered[0U]) 
                                     | (IData)((IData)(vlSelfRef.__VicoFirstIteration)));
}

bool Vtop___024root___trigger_anySet__ico(const VlUnpacked<QData/*63:0*/, 1> &in) {
    VL_DEBUG_IF(VL_DBG_MSGF("+    Vtop___024root___trigger_anySet__ico\n"); );
    // Locals
    IData/*31:0*/ n;
    // Body
    n = 0U;
    do {
        if (in[n]) {
            return (1U);
        }
        n = ((IData)(1U) + n);
    } while ((1U > n));
    return (0U);
}

void Vtop___024root___ico_sequent__TOP__0(Vtop___024root* vlSelf) {
    VL_DEBUG_IF(VL_DBG_MSGF("+    Vtop___024root___ico_sequent__TOP__0\n"); );
    Vtop__Syms* const __restrict vlSymsp VL_ATTR_UNUSED = vlSelf->vlSymsp;
    auto& vlSelfRef = std::ref(*vlSelf).get();
    // Body
    vlSelfRef.harness__DOT__clk = vlSelfRef.clk;
}

void Vtop___024root___eval_ico(Vtop___024root* vlSelf) {
    VL_DEBUG_IF(VL_DBG_MSGF("+    Vtop___024root___eval_ico\n"); );
    Vtop__Syms* const __restrict vlSymsp VL_ATTR_UNUSED = vlSelf->vlSymsp;
    auto& vlSelfRef = std::ref(*vlSelf).get();
    // Body
    if ((1ULL & vlSelfRef.__VicoTriggered[0U])) {
        vlSelfRef.harness__DOT__clk = vlSelfRef.clk;
    }
}

#ifdef VL_DEBUG
VL_ATTR_COLD void Vtop___024root___dump_triggers__ico(const VlUnpacked<QData/*63:0*/, 1> &triggers, const std::string &tag);
#endif  // VL_DEBUG

bool Vtop___024root___eval_phase__ico(Vtop___024root* vlSelf) {
    VL_DEBUG_IF(VL_DBG_MSGF("+    Vtop___024root___eval_phase__ico\n"); );
    Vtop__Syms* const __restrict vlSymsp VL_ATTR_UNUSED = vlSelf->vlSymsp;
    auto& vlSelfRef = std::ref(*vlSelf).get();
    // Locals
    CData/*0:0*/ __VicoExecute;
    // Body
    Vtop___024root___eval_triggers_vec__ico(vlSelf);
#ifdef VL_DEBUG
    if (VL_UNLIKELY(vlSymsp->_vm_contextp__->debug())) {
        Vtop___024root___dump_triggers__ico(vlSelfRef.__VicoTriggered, "ico"s);
    }
#endif
    __VicoExecute = Vtop___024root___trigger_anySet__ico(vlSelfRef.__VicoTriggered);
    if (__VicoExecute) {
        Vtop___024root___eval_ico(vlSelf);
    }
    return (__VicoExecute);
}

void Vtop___024root___eval_triggers_vec__act(Vtop___024root* vlSelf) {
    VL_DEBUG_IF(VL_DBG_MSGF("+    Vtop___024root___eval_triggers_vec__act\n"); );
    Vtop__Syms* const __restrict vlSymsp VL_ATTR_UNUSED = vlSelf->vlSymsp;
    auto& vlSelfRef = std::ref(*vlSelf).get();
    // Body
    vlSelfRef.__VactTriggered[0U] = (QData)((IData)(
                                                    ((IData)(vlSelfRef.harness__DOT__clk) 
                                                     & (~ (IData)(vlSelfRef.__Vtrigprevexpr___TOP__harness__DOT__clk__0)))));
    vlSelfRef.__Vtrigprevexpr___TOP__harness__DOT__clk__0 
        = vlSelfRef.harness__DOT__clk;
}

bool Vtop___024root___trigger_anySet__act(const VlUnpacked<QData/*63:0*/, 1> &in) {
    VL_DEBUG_IF(VL_DBG_MSGF("+    Vtop___024root___trigger_anySet__act\n"); );
    // Locals
    IData/*31:0*/ n;
    // Body
    n = 0U;
    do {
        if (in[n]) {
            return (1U);
        }
        n = ((IData)(1U) + n);
    } while ((1U > n));
    return (0U);
}

extern const VlUnpacked<SData/*8:0*/, 16> Vtop__ConstPool__TABLE_hc235d7ff_0;
extern const VlUnpacked<CData/*6:0*/, 16> Vtop__ConstPool__TABLE_h45c368fe_0;
extern const VlUnpacked<CData/*2:0*/, 16> Vtop__ConstPool__TABLE_h5f5b73a4_0;
extern const VlUnpacked<CData/*7:0*/, 16> Vtop__ConstPool__TABLE_hab0b23a0_0;
extern const VlUnpacked<CData/*0:0*/, 16> Vtop__ConstPool__TABLE_hcc57cb50_0;
extern const VlUnpacked<CData/*5:0*/, 16> Vtop__ConstPool__TABLE_hbb1563b0_0;
extern const VlUnpacked<SData/*9:0*/, 16> Vtop__ConstPool__TABLE_h29078224_0;
extern const VlUnpacked<CData/*3:0*/, 16> Vtop__ConstPool__TABLE_h4455dce8_0;
extern const VlUnpacked<CData/*5:0*/, 16> Vtop__ConstPool__TABLE_h17c484a4_0;
extern const VlUnpacked<CData/*0:0*/, 16> Vtop__ConstPool__TABLE_hc71904a7_0;
extern const VlUnpacked<CData/*3:0*/, 16> Vtop__ConstPool__TABLE_h782839df_0;
extern const VlUnpacked<CData/*7:0*/, 16> Vtop__ConstPool__TABLE_h95f4dd35_0;
extern const VlUnpacked<CData/*0:0*/, 16> Vtop__ConstPool__TABLE_h60cb7b14_0;
extern const VlUnpacked<CData/*2:0*/, 16> Vtop__ConstPool__TABLE_hf362f941_0;
extern const VlUnpacked<CData/*5:0*/, 16> Vtop__ConstPool__TABLE_hdf3d3f35_0;
extern const VlUnpacked<SData/*14:0*/, 16> Vtop__ConstPool__TABLE_hca93151c_0;
extern const VlUnpacked<CData/*1:0*/, 16> Vtop__ConstPool__TABLE_h1c9f1358_0;
extern const VlUnpacked<CData/*4:0*/, 16> Vtop__ConstPool__TABLE_h8f8f32d9_0;
extern const VlUnpacked<CData/*5:0*/, 16> Vtop__ConstPool__TABLE_h95f68226_0;
extern const VlUnpacked<CData/*1:0*/, 16> Vtop__ConstPool__TABLE_hdc236d28_0;
extern const VlUnpacked<SData/*9:0*/, 16> Vtop__ConstPool__TABLE_he13b67c4_0;
extern const VlUnpacked<CData/*6:0*/, 16> Vtop__ConstPool__TABLE_h6fa9cc7d_0;
extern const VlUnpacked<SData/*8:0*/, 16> Vtop__ConstPool__TABLE_h31af2640_0;
extern const VlUnpacked<SData/*14:0*/, 16> Vtop__ConstPool__TABLE_h73b4578a_0;
extern const VlUnpacked<IData/*22:0*/, 16> Vtop__ConstPool__TABLE_h0d743e64_0;
extern const VlUnpacked<IData/*20:0*/, 16> Vtop__ConstPool__TABLE_h07a9ae1e_0;
extern const VlUnpacked<IData/*26:0*/, 16> Vtop__ConstPool__TABLE_h2ebfa8f3_0;
extern const VlUnpacked<CData/*0:0*/, 16> Vtop__ConstPool__TABLE_hfa6f210b_0;
extern const VlUnpacked<SData/*8:0*/, 16> Vtop__ConstPool__TABLE_h14de3c31_0;
extern const VlUnpacked<CData/*7:0*/, 16> Vtop__ConstPool__TABLE_h8691c8e5_0;
extern const VlUnpacked<CData/*6:0*/, 16> Vtop__ConstPool__TABLE_hb64132ff_0;
extern const VlUnpacked<CData/*2:0*/, 16> Vtop__ConstPool__TABLE_h5469816d_0;
extern const VlUnpacked<CData/*3:0*/, 16> Vtop__ConstPool__TABLE_h80304e69_0;
extern const VlUnpacked<CData/*6:0*/, 16> Vtop__ConstPool__TABLE_h68d3d3b3_0;
extern const VlUnpacked<CData/*3:0*/, 16> Vtop__ConstPool__TABLE_h35260446_0;
extern const VlUnpacked<SData/*8:0*/, 16> Vtop__ConstPool__TABLE_hd3b1783f_0;
extern const VlUnpacked<CData/*4:0*/, 16> Vtop__ConstPool__TABLE_he83f0d1a_0;
extern const VlUnpacked<CData/*7:0*/, 16> Vtop__ConstPool__TABLE_ha965761d_0;
extern const VlUnpacked<CData/*0:0*/, 16> Vtop__ConstPool__TABLE_hed4c4d96_0;
extern const VlUnpacked<CData/*0:0*/, 64> Vtop__ConstPool__TABLE_h5d27c977_0;
extern const VlUnpacked<CData/*0:0*/, 256> Vtop__ConstPool__TABLE_hdb7b9c00_0;
extern const VlUnpacked<CData/*0:0*/, 512> Vtop__ConstPool__TABLE_heedcf5cf_0;
extern const VlUnpacked<CData/*1:0*/, 128> Vtop__ConstPool__TABLE_h028c627c_0;

void Vtop___024root___nba_sequent__TOP__0(Vtop___024root* vlSelf) {
    VL_DEBUG_IF(VL_DBG_MSGF("+    Vtop___024root___nba_sequent__TOP__0\n"); );
    Vtop__Syms* const __restrict vlSymsp VL_ATTR_UNUSED = vlSelf->vlSymsp;
    auto& vlSelfRef = std::ref(*vlSelf).get();
    // Locals
    IData/*31:0*/ harness__DOT__xorshift__Vstatic__x;
    harness__DOT__xorshift__Vstatic__x = 0;
    CData/*0:0*/ harness__DOT__engine__DOT____0241;
    harness__DOT__engine__DOT____0241 = 0;
    SData/*14:0*/ harness__DOT__engine__DOT__address;
    harness__DOT__engine__DOT__address = 0;
    VlWide<5>/*137:0*/ harness__DOT__engine__DOT__i___05Fpayload__02412;
    VL_ZERO_W(138, harness__DOT__engine__DOT__i___05Fpayload__02412);
    SData/*15:0*/ harness__DOT__engine__DOT__residual_data;
    harness__DOT__engine__DOT__residual_data = 0;
    SData/*15:0*/ harness__DOT__engine__DOT__w;
    harness__DOT__engine__DOT__w = 0;
    SData/*15:0*/ harness__DOT__engine__DOT__w__02466;
    harness__DOT__engine__DOT__w__02466 = 0;
    SData/*15:0*/ harness__DOT__engine__DOT__w__02469;
    harness__DOT__engine__DOT__w__02469 = 0;
    SData/*15:0*/ harness__DOT__engine__DOT__w__02472;
    harness__DOT__engine__DOT__w__02472 = 0;
    SData/*15:0*/ harness__DOT__engine__DOT__w__02475;
    harness__DOT__engine__DOT__w__02475 = 0;
    SData/*15:0*/ harness__DOT__engine__DOT__w__02478;
    harness__DOT__engine__DOT__w__02478 = 0;
    SData/*15:0*/ harness__DOT__engine__DOT__w__02481;
    harness__DOT__engine__DOT__w__02481 = 0;
    SData/*15:0*/ harness__DOT__engine__DOT__w__02484;
    harness__DOT__engine__DOT__w__02484 = 0;
    CData/*0:0*/ harness__DOT__engine__DOT__write;
    harness__DOT__engine__DOT__write = 0;
    CData/*0:0*/ harness__DOT__engine__DOT__accumulator__DOT____02410;
    harness__DOT__engine__DOT__accumulator__DOT____02410 = 0;
    CData/*0:0*/ harness__DOT__engine__DOT__accumulator__DOT____0243;
    harness__DOT__engine__DOT__accumulator__DOT____0243 = 0;
    CData/*0:0*/ harness__DOT__engine__DOT__activations__DOT____02411;
    harness__DOT__engine__DOT__activations__DOT____02411 = 0;
    CData/*3:0*/ harness__DOT__engine__DOT__post__DOT____02410;
    harness__DOT__engine__DOT__post__DOT____02410 = 0;
    QData/*54:0*/ harness__DOT__engine__DOT__post__DOT____024110;
    harness__DOT__engine__DOT__post__DOT____024110 = 0;
    CData/*0:0*/ harness__DOT__engine__DOT__post__DOT____024115;
    harness__DOT__engine__DOT__post__DOT____024115 = 0;
    IData/*25:0*/ harness__DOT__engine__DOT__post__DOT____024122;
    harness__DOT__engine__DOT__post__DOT____024122 = 0;
    IData/*27:0*/ harness__DOT__engine__DOT__post__DOT____024127;
    harness__DOT__engine__DOT__post__DOT____024127 = 0;
    IData/*25:0*/ harness__DOT__engine__DOT__post__DOT____024132;
    harness__DOT__engine__DOT__post__DOT____024132 = 0;
    IData/*27:0*/ harness__DOT__engine__DOT__post__DOT____024137;
    harness__DOT__engine__DOT__post__DOT____024137 = 0;
    SData/*8:0*/ harness__DOT__engine__DOT__post__DOT____024149;
    harness__DOT__engine__DOT__post__DOT____024149 = 0;
    CData/*6:0*/ harness__DOT__engine__DOT__post__DOT____02415;
    harness__DOT__engine__DOT__post__DOT____02415 = 0;
    CData/*0:0*/ harness__DOT__engine__DOT__post__DOT____024151;
    harness__DOT__engine__DOT__post__DOT____024151 = 0;
    CData/*0:0*/ harness__DOT__engine__DOT__post__DOT____024152;
    harness__DOT__engine__DOT__post__DOT____024152 = 0;
    SData/*8:0*/ harness__DOT__engine__DOT__post__DOT____024153;
    harness__DOT__engine__DOT__post__DOT____024153 = 0;
    SData/*9:0*/ harness__DOT__engine__DOT__post__DOT____024154;
    harness__DOT__engine__DOT__post__DOT____024154 = 0;
    CData/*0:0*/ harness__DOT__engine__DOT__post__DOT____024159;
    harness__DOT__engine__DOT__post__DOT____024159 = 0;
    CData/*2:0*/ harness__DOT__engine__DOT__post__DOT____024164;
    harness__DOT__engine__DOT__post__DOT____024164 = 0;
    CData/*3:0*/ harness__DOT__engine__DOT__post__DOT____024166;
    harness__DOT__engine__DOT__post__DOT____024166 = 0;
    CData/*0:0*/ harness__DOT__engine__DOT__post__DOT____024169;
    harness__DOT__engine__DOT__post__DOT____024169 = 0;
    CData/*3:0*/ harness__DOT__engine__DOT__post__DOT____02417;
    harness__DOT__engine__DOT__post__DOT____02417 = 0;
    CData/*6:0*/ harness__DOT__engine__DOT__post__DOT____024171;
    harness__DOT__engine__DOT__post__DOT____024171 = 0;
    CData/*2:0*/ harness__DOT__engine__DOT__post__DOT____024175;
    harness__DOT__engine__DOT__post__DOT____024175 = 0;
    CData/*3:0*/ harness__DOT__engine__DOT__post__DOT____024177;
    harness__DOT__engine__DOT__post__DOT____024177 = 0;
    CData/*3:0*/ harness__DOT__engine__DOT__post__DOT____02418;
    harness__DOT__engine__DOT__post__DOT____02418 = 0;
    CData/*6:0*/ harness__DOT__engine__DOT__post__DOT____024182;
    harness__DOT__engine__DOT__post__DOT____024182 = 0;
    CData/*3:0*/ harness__DOT__engine__DOT__post__DOT____024184;
    harness__DOT__engine__DOT__post__DOT____024184 = 0;
    CData/*3:0*/ harness__DOT__engine__DOT__post__DOT____024185;
    harness__DOT__engine__DOT__post__DOT____024185 = 0;
    CData/*0:0*/ harness__DOT__engine__DOT__post__DOT____024189;
    harness__DOT__engine__DOT__post__DOT____024189 = 0;
    CData/*6:0*/ harness__DOT__engine__DOT__post__DOT____024192;
    harness__DOT__engine__DOT__post__DOT____024192 = 0;
    CData/*0:0*/ harness__DOT__engine__DOT__post__DOT____024193;
    harness__DOT__engine__DOT__post__DOT____024193 = 0;
    CData/*2:0*/ harness__DOT__engine__DOT__post__DOT____024195;
    harness__DOT__engine__DOT__post__DOT____024195 = 0;
    CData/*3:0*/ harness__DOT__engine__DOT__post__DOT____024197;
    harness__DOT__engine__DOT__post__DOT____024197 = 0;
    CData/*2:0*/ harness__DOT__engine__DOT__post__DOT____024202;
    harness__DOT__engine__DOT__post__DOT____024202 = 0;
    CData/*0:0*/ harness__DOT__engine__DOT__post__DOT____024203;
    harness__DOT__engine__DOT__post__DOT____024203 = 0;
    SData/*14:0*/ harness__DOT__engine__DOT__post__DOT____024206;
    harness__DOT__engine__DOT__post__DOT____024206 = 0;
    CData/*0:0*/ harness__DOT__engine__DOT__post__DOT____024209;
    harness__DOT__engine__DOT__post__DOT____024209 = 0;
    CData/*0:0*/ harness__DOT__engine__DOT__post__DOT____024212;
    harness__DOT__engine__DOT__post__DOT____024212 = 0;
    CData/*0:0*/ harness__DOT__engine__DOT__post__DOT____024213;
    harness__DOT__engine__DOT__post__DOT____024213 = 0;
    CData/*0:0*/ harness__DOT__engine__DOT__post__DOT____024216;
    harness__DOT__engine__DOT__post__DOT____024216 = 0;
    IData/*25:0*/ harness__DOT__engine__DOT__post__DOT____024217;
    harness__DOT__engine__DOT__post__DOT____024217 = 0;
    SData/*8:0*/ harness__DOT__engine__DOT__post__DOT____024219;
    harness__DOT__engine__DOT__post__DOT____024219 = 0;
    SData/*8:0*/ harness__DOT__engine__DOT__post__DOT____024221;
    harness__DOT__engine__DOT__post__DOT____024221 = 0;
    CData/*7:0*/ harness__DOT__engine__DOT__post__DOT____024222;
    harness__DOT__engine__DOT__post__DOT____024222 = 0;
    CData/*7:0*/ harness__DOT__engine__DOT__post__DOT____024224;
    harness__DOT__engine__DOT__post__DOT____024224 = 0;
    CData/*0:0*/ harness__DOT__engine__DOT__post__DOT____024232;
    harness__DOT__engine__DOT__post__DOT____024232 = 0;
    IData/*22:0*/ harness__DOT__engine__DOT__post__DOT____024233;
    harness__DOT__engine__DOT__post__DOT____024233 = 0;
    IData/*20:0*/ harness__DOT__engine__DOT__post__DOT____024234;
    harness__DOT__engine__DOT__post__DOT____024234 = 0;
    CData/*0:0*/ harness__DOT__engine__DOT__post__DOT____024236;
    harness__DOT__engine__DOT__post__DOT____024236 = 0;
    CData/*0:0*/ harness__DOT__engine__DOT__post__DOT____024237;
    harness__DOT__engine__DOT__post__DOT____024237 = 0;
    CData/*0:0*/ harness__DOT__engine__DOT__post__DOT____024238;
    harness__DOT__engine__DOT__post__DOT____024238 = 0;
    IData/*26:0*/ harness__DOT__engine__DOT__post__DOT____024240;
    harness__DOT__engine__DOT__post__DOT____024240 = 0;
    SData/*8:0*/ harness__DOT__engine__DOT__post__DOT____024242;
    harness__DOT__engine__DOT__post__DOT____024242 = 0;
    CData/*4:0*/ harness__DOT__engine__DOT__post__DOT____024243;
    harness__DOT__engine__DOT__post__DOT____024243 = 0;
    SData/*8:0*/ harness__DOT__engine__DOT__post__DOT____024246;
    harness__DOT__engine__DOT__post__DOT____024246 = 0;
    CData/*7:0*/ harness__DOT__engine__DOT__post__DOT____024247;
    harness__DOT__engine__DOT__post__DOT____024247 = 0;
    CData/*4:0*/ harness__DOT__engine__DOT__post__DOT____024248;
    harness__DOT__engine__DOT__post__DOT____024248 = 0;
    CData/*2:0*/ harness__DOT__engine__DOT__post__DOT____02425;
    harness__DOT__engine__DOT__post__DOT____02425 = 0;
    CData/*7:0*/ harness__DOT__engine__DOT__post__DOT____024251;
    harness__DOT__engine__DOT__post__DOT____024251 = 0;
    CData/*4:0*/ harness__DOT__engine__DOT__post__DOT____024252;
    harness__DOT__engine__DOT__post__DOT____024252 = 0;
    CData/*0:0*/ harness__DOT__engine__DOT__post__DOT____024256;
    harness__DOT__engine__DOT__post__DOT____024256 = 0;
    CData/*0:0*/ harness__DOT__engine__DOT__post__DOT____024258;
    harness__DOT__engine__DOT__post__DOT____024258 = 0;
    SData/*8:0*/ harness__DOT__engine__DOT__post__DOT____024266;
    harness__DOT__engine__DOT__post__DOT____024266 = 0;
    CData/*3:0*/ harness__DOT__engine__DOT__post__DOT____02427;
    harness__DOT__engine__DOT__post__DOT____02427 = 0;
    CData/*6:0*/ harness__DOT__engine__DOT__post__DOT____02432;
    harness__DOT__engine__DOT__post__DOT____02432 = 0;
    CData/*3:0*/ harness__DOT__engine__DOT__post__DOT____02434;
    harness__DOT__engine__DOT__post__DOT____02434 = 0;
    CData/*3:0*/ harness__DOT__engine__DOT__post__DOT____02435;
    harness__DOT__engine__DOT__post__DOT____02435 = 0;
    CData/*6:0*/ harness__DOT__engine__DOT__post__DOT____02440;
    harness__DOT__engine__DOT__post__DOT____02440 = 0;
    CData/*2:0*/ harness__DOT__engine__DOT__post__DOT____02443;
    harness__DOT__engine__DOT__post__DOT____02443 = 0;
    CData/*2:0*/ harness__DOT__engine__DOT__post__DOT____02449;
    harness__DOT__engine__DOT__post__DOT____02449 = 0;
    CData/*3:0*/ harness__DOT__engine__DOT__post__DOT____02451;
    harness__DOT__engine__DOT__post__DOT____02451 = 0;
    CData/*6:0*/ harness__DOT__engine__DOT__post__DOT____02456;
    harness__DOT__engine__DOT__post__DOT____02456 = 0;
    CData/*3:0*/ harness__DOT__engine__DOT__post__DOT____02458;
    harness__DOT__engine__DOT__post__DOT____02458 = 0;
    CData/*3:0*/ harness__DOT__engine__DOT__post__DOT____02459;
    harness__DOT__engine__DOT__post__DOT____02459 = 0;
    IData/*23:0*/ harness__DOT__engine__DOT__post__DOT____02470;
    harness__DOT__engine__DOT__post__DOT____02470 = 0;
    CData/*2:0*/ harness__DOT__engine__DOT__post__DOT____0248;
    harness__DOT__engine__DOT__post__DOT____0248 = 0;
    CData/*0:0*/ harness__DOT__engine__DOT__post__DOT__issue;
    harness__DOT__engine__DOT__post__DOT__issue = 0;
    IData/*25:0*/ harness__DOT__engine__DOT__post__DOT__joint_0_1;
    harness__DOT__engine__DOT__post__DOT__joint_0_1 = 0;
    IData/*25:0*/ harness__DOT__engine__DOT__post__DOT__joint_0_5;
    harness__DOT__engine__DOT__post__DOT__joint_0_5 = 0;
    IData/*24:0*/ harness__DOT__engine__DOT__post__DOT__part_0_0;
    harness__DOT__engine__DOT__post__DOT__part_0_0 = 0;
    IData/*25:0*/ harness__DOT__engine__DOT__post__DOT__part_0_1;
    harness__DOT__engine__DOT__post__DOT__part_0_1 = 0;
    IData/*26:0*/ harness__DOT__engine__DOT__post__DOT__part_0_10;
    harness__DOT__engine__DOT__post__DOT__part_0_10 = 0;
    IData/*24:0*/ harness__DOT__engine__DOT__post__DOT__part_0_12;
    harness__DOT__engine__DOT__post__DOT__part_0_12 = 0;
    IData/*25:0*/ harness__DOT__engine__DOT__post__DOT__part_0_13;
    harness__DOT__engine__DOT__post__DOT__part_0_13 = 0;
    IData/*26:0*/ harness__DOT__engine__DOT__post__DOT__part_0_14;
    harness__DOT__engine__DOT__post__DOT__part_0_14 = 0;
    IData/*26:0*/ harness__DOT__engine__DOT__post__DOT__part_0_2;
    harness__DOT__engine__DOT__post__DOT__part_0_2 = 0;
    IData/*24:0*/ harness__DOT__engine__DOT__post__DOT__part_0_4;
    harness__DOT__engine__DOT__post__DOT__part_0_4 = 0;
    IData/*25:0*/ harness__DOT__engine__DOT__post__DOT__part_0_5;
    harness__DOT__engine__DOT__post__DOT__part_0_5 = 0;
    IData/*26:0*/ harness__DOT__engine__DOT__post__DOT__part_0_6;
    harness__DOT__engine__DOT__post__DOT__part_0_6 = 0;
    IData/*24:0*/ harness__DOT__engine__DOT__post__DOT__part_0_8;
    harness__DOT__engine__DOT__post__DOT__part_0_8 = 0;
    IData/*25:0*/ harness__DOT__engine__DOT__post__DOT__part_0_9;
    harness__DOT__engine__DOT__post__DOT__part_0_9 = 0;
    CData/*6:0*/ harness__DOT__engine__DOT__sequencer__DOT____02411;
    harness__DOT__engine__DOT__sequencer__DOT____02411 = 0;
    CData/*0:0*/ harness__DOT__engine__DOT__sequencer__DOT____02422;
    harness__DOT__engine__DOT__sequencer__DOT____02422 = 0;
    CData/*5:0*/ harness__DOT__engine__DOT__sequencer__DOT____02423;
    harness__DOT__engine__DOT__sequencer__DOT____02423 = 0;
    CData/*0:0*/ harness__DOT__engine__DOT__sequencer__DOT____02428;
    harness__DOT__engine__DOT__sequencer__DOT____02428 = 0;
    CData/*7:0*/ harness__DOT__engine__DOT__sequencer__DOT____02433;
    harness__DOT__engine__DOT__sequencer__DOT____02433 = 0;
    CData/*7:0*/ harness__DOT__engine__DOT__sequencer__DOT____02436;
    harness__DOT__engine__DOT__sequencer__DOT____02436 = 0;
    CData/*2:0*/ harness__DOT__engine__DOT__sequencer__DOT____02439;
    harness__DOT__engine__DOT__sequencer__DOT____02439 = 0;
    CData/*2:0*/ harness__DOT__engine__DOT__sequencer__DOT____02440;
    harness__DOT__engine__DOT__sequencer__DOT____02440 = 0;
    CData/*0:0*/ harness__DOT__engine__DOT__sequencer__DOT____02442;
    harness__DOT__engine__DOT__sequencer__DOT____02442 = 0;
    CData/*0:0*/ harness__DOT__engine__DOT__sequencer__DOT____02443;
    harness__DOT__engine__DOT__sequencer__DOT____02443 = 0;
    CData/*2:0*/ harness__DOT__engine__DOT__sequencer__DOT____02444;
    harness__DOT__engine__DOT__sequencer__DOT____02444 = 0;
    CData/*2:0*/ harness__DOT__engine__DOT__sequencer__DOT____02445;
    harness__DOT__engine__DOT__sequencer__DOT____02445 = 0;
    CData/*3:0*/ harness__DOT__engine__DOT__sequencer__DOT____02448;
    harness__DOT__engine__DOT__sequencer__DOT____02448 = 0;
    CData/*0:0*/ harness__DOT__engine__DOT__sequencer__DOT____0245;
    harness__DOT__engine__DOT__sequencer__DOT____0245 = 0;
    CData/*3:0*/ harness__DOT__engine__DOT__sequencer__DOT____02451;
    harness__DOT__engine__DOT__sequencer__DOT____02451 = 0;
    CData/*0:0*/ harness__DOT__engine__DOT__sequencer__DOT____02459;
    harness__DOT__engine__DOT__sequencer__DOT____02459 = 0;
    CData/*0:0*/ harness__DOT__engine__DOT__sequencer__DOT____02460;
    harness__DOT__engine__DOT__sequencer__DOT____02460 = 0;
    CData/*2:0*/ harness__DOT__engine__DOT__sequencer__DOT____02461;
    harness__DOT__engine__DOT__sequencer__DOT____02461 = 0;
    CData/*2:0*/ harness__DOT__engine__DOT__sequencer__DOT____02462;
    harness__DOT__engine__DOT__sequencer__DOT____02462 = 0;
    CData/*0:0*/ harness__DOT__engine__DOT__sequencer__DOT____02464;
    harness__DOT__engine__DOT__sequencer__DOT____02464 = 0;
    SData/*9:0*/ harness__DOT__engine__DOT__sequencer__DOT____0248;
    harness__DOT__engine__DOT__sequencer__DOT____0248 = 0;
    CData/*0:0*/ harness__DOT__engine__DOT__sequencer__DOT__complete;
    harness__DOT__engine__DOT__sequencer__DOT__complete = 0;
    CData/*0:0*/ harness__DOT__engine__DOT__sequencer__DOT__finish;
    harness__DOT__engine__DOT__sequencer__DOT__finish = 0;
    CData/*0:0*/ harness__DOT__engine__DOT__sequencer__DOT__start;
    harness__DOT__engine__DOT__sequencer__DOT__start = 0;
    CData/*0:0*/ harness__DOT__engine__DOT__sequencer__DOT__wanted;
    harness__DOT__engine__DOT__sequencer__DOT__wanted = 0;
    CData/*4:0*/ harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____0241;
    harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____0241 = 0;
    CData/*5:0*/ harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02412;
    harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02412 = 0;
    CData/*4:0*/ harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02414;
    harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02414 = 0;
    CData/*5:0*/ harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02418;
    harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02418 = 0;
    CData/*1:0*/ harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02419;
    harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02419 = 0;
    CData/*0:0*/ harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____0242;
    harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____0242 = 0;
    CData/*6:0*/ harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02423;
    harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02423 = 0;
    CData/*5:0*/ harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02424;
    harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02424 = 0;
    CData/*1:0*/ harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02426;
    harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02426 = 0;
    CData/*7:0*/ harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02429;
    harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02429 = 0;
    SData/*9:0*/ harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02430;
    harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02430 = 0;
    CData/*6:0*/ harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02432;
    harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02432 = 0;
    SData/*15:0*/ harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02435;
    harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02435 = 0;
    CData/*5:0*/ harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02436;
    harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02436 = 0;
    CData/*5:0*/ harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02437;
    harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02437 = 0;
    SData/*14:0*/ harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02438;
    harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02438 = 0;
    QData/*36:0*/ harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02439;
    harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02439 = 0;
    CData/*4:0*/ harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____0244;
    harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____0244 = 0;
    SData/*15:0*/ harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02440;
    harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02440 = 0;
    CData/*4:0*/ harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____0247;
    harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____0247 = 0;
    CData/*0:0*/ harness__DOT__engine__DOT__sequencer__DOT__walk__DOT__moves_1;
    harness__DOT__engine__DOT__sequencer__DOT__walk__DOT__moves_1 = 0;
    SData/*8:0*/ harness__DOT__engine__DOT__source__DOT____02412;
    harness__DOT__engine__DOT__source__DOT____02412 = 0;
    CData/*6:0*/ harness__DOT__engine__DOT__source__DOT____02413;
    harness__DOT__engine__DOT__source__DOT____02413 = 0;
    CData/*2:0*/ harness__DOT__engine__DOT__source__DOT____02414;
    harness__DOT__engine__DOT__source__DOT____02414 = 0;
    CData/*0:0*/ harness__DOT__engine__DOT__source__DOT____02416;
    harness__DOT__engine__DOT__source__DOT____02416 = 0;
    CData/*0:0*/ harness__DOT__engine__DOT__source__DOT____02419;
    harness__DOT__engine__DOT__source__DOT____02419 = 0;
    CData/*0:0*/ harness__DOT__engine__DOT__source__DOT____02421;
    harness__DOT__engine__DOT__source__DOT____02421 = 0;
    CData/*0:0*/ harness__DOT__engine__DOT__source__DOT__advance;
    harness__DOT__engine__DOT__source__DOT__advance = 0;
    SData/*15:0*/ harness__DOT__engine__DOT__source__DOT__i___05Fpayload;
    harness__DOT__engine__DOT__source__DOT__i___05Fpayload = 0;
    CData/*0:0*/ harness__DOT__engine__DOT__source__DOT__mark;
    harness__DOT__engine__DOT__source__DOT__mark = 0;
    CData/*0:0*/ harness__DOT__engine__DOT__source__DOT__o___05Fready;
    harness__DOT__engine__DOT__source__DOT__o___05Fready = 0;
    CData/*0:0*/ harness__DOT__engine__DOT__source__DOT__restart;
    harness__DOT__engine__DOT__source__DOT__restart = 0;
    CData/*0:0*/ harness__DOT__engine__DOT__source__DOT__rewind;
    harness__DOT__engine__DOT__source__DOT__rewind = 0;
    CData/*0:0*/ harness__DOT__engine__DOT__source__DOT__decoder_0__DOT____0242;
    harness__DOT__engine__DOT__source__DOT__decoder_0__DOT____0242 = 0;
    CData/*0:0*/ harness__DOT__engine__DOT__source__DOT__decoder_0__DOT__clear;
    harness__DOT__engine__DOT__source__DOT__decoder_0__DOT__clear = 0;
    CData/*0:0*/ harness__DOT__engine__DOT__source__DOT__decoder_0__DOT__gearbox__DOT____0242;
    harness__DOT__engine__DOT__source__DOT__decoder_0__DOT__gearbox__DOT____0242 = 0;
    IData/*16:0*/ harness__DOT__engine__DOT__source__DOT__words__DOT____0249;
    harness__DOT__engine__DOT__source__DOT__words__DOT____0249 = 0;
    CData/*0:0*/ harness__DOT__engine__DOT__source__DOT__words__DOT____024signal;
    harness__DOT__engine__DOT__source__DOT__words__DOT____024signal = 0;
    IData/*31:0*/ __Vfunc_harness__DOT__xorshift__2__Vfuncout;
    __Vfunc_harness__DOT__xorshift__2__Vfuncout = 0;
    IData/*31:0*/ __Vfunc_harness__DOT__xorshift__2__state;
    __Vfunc_harness__DOT__xorshift__2__state = 0;
    IData/*31:0*/ __Vfunc_harness__DOT__xorshift__3__Vfuncout;
    __Vfunc_harness__DOT__xorshift__3__Vfuncout = 0;
    IData/*31:0*/ __Vfunc_harness__DOT__xorshift__3__state;
    __Vfunc_harness__DOT__xorshift__3__state = 0;
    CData/*3:0*/ __Vtableidx1;
    __Vtableidx1 = 0;
    CData/*3:0*/ __Vtableidx2;
    __Vtableidx2 = 0;
    CData/*3:0*/ __Vtableidx3;
    __Vtableidx3 = 0;
    CData/*3:0*/ __Vtableidx4;
    __Vtableidx4 = 0;
    CData/*3:0*/ __Vtableidx5;
    __Vtableidx5 = 0;
    CData/*3:0*/ __Vtableidx6;
    __Vtableidx6 = 0;
    CData/*3:0*/ __Vtableidx7;
    __Vtableidx7 = 0;
    CData/*3:0*/ __Vtableidx8;
    __Vtableidx8 = 0;
    CData/*3:0*/ __Vtableidx9;
    __Vtableidx9 = 0;
    CData/*3:0*/ __Vtableidx10;
    __Vtableidx10 = 0;
    CData/*3:0*/ __Vtableidx11;
    __Vtableidx11 = 0;
    CData/*3:0*/ __Vtableidx12;
    __Vtableidx12 = 0;
    CData/*3:0*/ __Vtableidx13;
    __Vtableidx13 = 0;
    CData/*3:0*/ __Vtableidx14;
    __Vtableidx14 = 0;
    CData/*3:0*/ __Vtableidx15;
    __Vtableidx15 = 0;
    CData/*3:0*/ __Vtableidx16;
    __Vtableidx16 = 0;
    CData/*3:0*/ __Vtableidx17;
    __Vtableidx17 = 0;
    CData/*3:0*/ __Vtableidx18;
    __Vtableidx18 = 0;
    CData/*3:0*/ __Vtableidx19;
    __Vtableidx19 = 0;
    CData/*3:0*/ __Vtableidx20;
    __Vtableidx20 = 0;
    CData/*3:0*/ __Vtableidx21;
    __Vtableidx21 = 0;
    CData/*3:0*/ __Vtableidx22;
    __Vtableidx22 = 0;
    CData/*3:0*/ __Vtableidx23;
    __Vtableidx23 = 0;
    CData/*3:0*/ __Vtableidx24;
    __Vtableidx24 = 0;
    CData/*3:0*/ __Vtableidx25;
    __Vtableidx25 = 0;
    CData/*3:0*/ __Vtableidx26;
    __Vtableidx26 = 0;
    CData/*3:0*/ __Vtableidx27;
    __Vtableidx27 = 0;
    CData/*3:0*/ __Vtableidx28;
    __Vtableidx28 = 0;
    CData/*3:0*/ __Vtableidx29;
    __Vtableidx29 = 0;
    CData/*3:0*/ __Vtableidx30;
    __Vtableidx30 = 0;
    CData/*3:0*/ __Vtableidx31;
    __Vtableidx31 = 0;
    CData/*3:0*/ __Vtableidx32;
    __Vtableidx32 = 0;
    CData/*3:0*/ __Vtableidx33;
    __Vtableidx33 = 0;
    CData/*3:0*/ __Vtableidx34;
    __Vtableidx34 = 0;
    CData/*3:0*/ __Vtableidx35;
    __Vtableidx35 = 0;
    CData/*3:0*/ __Vtableidx36;
    __Vtableidx36 = 0;
    CData/*3:0*/ __Vtableidx37;
    __Vtableidx37 = 0;
    CData/*3:0*/ __Vtableidx38;
    __Vtableidx38 = 0;
    CData/*3:0*/ __Vtableidx39;
    __Vtableidx39 = 0;
    CData/*3:0*/ __Vtableidx40;
    __Vtableidx40 = 0;
    CData/*3:0*/ __Vtableidx41;
    __Vtableidx41 = 0;
    CData/*3:0*/ __Vtableidx42;
    __Vtableidx42 = 0;
    CData/*3:0*/ __Vtableidx43;
    __Vtableidx43 = 0;
    CData/*3:0*/ __Vtableidx44;
    __Vtableidx44 = 0;
    CData/*3:0*/ __Vtableidx45;
    __Vtableidx45 = 0;
    CData/*3:0*/ __Vtableidx46;
    __Vtableidx46 = 0;
    CData/*3:0*/ __Vtableidx47;
    __Vtableidx47 = 0;
    CData/*3:0*/ __Vtableidx48;
    __Vtableidx48 = 0;
    CData/*3:0*/ __Vtableidx49;
    __Vtableidx49 = 0;
    CData/*3:0*/ __Vtableidx50;
    __Vtableidx50 = 0;
    CData/*3:0*/ __Vtableidx51;
    __Vtableidx51 = 0;
    CData/*3:0*/ __Vtableidx52;
    __Vtableidx52 = 0;
    CData/*3:0*/ __Vtableidx53;
    __Vtableidx53 = 0;
    CData/*3:0*/ __Vtableidx54;
    __Vtableidx54 = 0;
    CData/*3:0*/ __Vtableidx55;
    __Vtableidx55 = 0;
    CData/*3:0*/ __Vtableidx56;
    __Vtableidx56 = 0;
    CData/*3:0*/ __Vtableidx57;
    __Vtableidx57 = 0;
    CData/*3:0*/ __Vtableidx58;
    __Vtableidx58 = 0;
    CData/*3:0*/ __Vtableidx59;
    __Vtableidx59 = 0;
    CData/*3:0*/ __Vtableidx60;
    __Vtableidx60 = 0;
    CData/*3:0*/ __Vtableidx61;
    __Vtableidx61 = 0;
    CData/*3:0*/ __Vtableidx62;
    __Vtableidx62 = 0;
    CData/*3:0*/ __Vtableidx63;
    __Vtableidx63 = 0;
    CData/*3:0*/ __Vtableidx64;
    __Vtableidx64 = 0;
    CData/*3:0*/ __Vtableidx65;
    __Vtableidx65 = 0;
    CData/*3:0*/ __Vtableidx66;
    __Vtableidx66 = 0;
    CData/*3:0*/ __Vtableidx67;
    __Vtableidx67 = 0;
    CData/*3:0*/ __Vtableidx68;
    __Vtableidx68 = 0;
    CData/*3:0*/ __Vtableidx69;
    __Vtableidx69 = 0;
    CData/*3:0*/ __Vtableidx70;
    __Vtableidx70 = 0;
    CData/*3:0*/ __Vtableidx71;
    __Vtableidx71 = 0;
    CData/*3:0*/ __Vtableidx72;
    __Vtableidx72 = 0;
    CData/*3:0*/ __Vtableidx73;
    __Vtableidx73 = 0;
    CData/*3:0*/ __Vtableidx74;
    __Vtableidx74 = 0;
    CData/*5:0*/ __Vtableidx75;
    __Vtableidx75 = 0;
    SData/*8:0*/ __Vtableidx76;
    __Vtableidx76 = 0;
    CData/*7:0*/ __Vtableidx77;
    __Vtableidx77 = 0;
    CData/*6:0*/ __Vtableidx78;
    __Vtableidx78 = 0;
    CData/*3:0*/ __Vtableidx79;
    __Vtableidx79 = 0;
    CData/*3:0*/ __Vtableidx80;
    __Vtableidx80 = 0;
    CData/*3:0*/ __Vtableidx81;
    __Vtableidx81 = 0;
    CData/*3:0*/ __Vtableidx82;
    __Vtableidx82 = 0;
    CData/*3:0*/ __Vtableidx83;
    __Vtableidx83 = 0;
    CData/*3:0*/ __Vtableidx84;
    __Vtableidx84 = 0;
    CData/*3:0*/ __Vtableidx85;
    __Vtableidx85 = 0;
    CData/*3:0*/ __Vtableidx86;
    __Vtableidx86 = 0;
    CData/*3:0*/ __Vtableidx87;
    __Vtableidx87 = 0;
    CData/*3:0*/ __Vtableidx88;
    __Vtableidx88 = 0;
    CData/*3:0*/ __Vtableidx89;
    __Vtableidx89 = 0;
    CData/*3:0*/ __Vtableidx90;
    __Vtableidx90 = 0;
    CData/*3:0*/ __Vtableidx91;
    __Vtableidx91 = 0;
    CData/*3:0*/ __Vtableidx92;
    __Vtableidx92 = 0;
    CData/*3:0*/ __Vtableidx93;
    __Vtableidx93 = 0;
    IData/*31:0*/ __Vdly__harness__DOT__cycle;
    __Vdly__harness__DOT__cycle = 0;
    CData/*0:0*/ __Vdly__harness__DOT__rst;
    __Vdly__harness__DOT__rst = 0;
    IData/*31:0*/ __Vdly__harness__DOT__source_state;
    __Vdly__harness__DOT__source_state = 0;
    IData/*31:0*/ __Vdly__harness__DOT__sink_state;
    __Vdly__harness__DOT__sink_state = 0;
    CData/*0:0*/ __Vdly__harness__DOT__loaded;
    __Vdly__harness__DOT__loaded = 0;
    IData/*31:0*/ __Vdly__harness__DOT__idle;
    __Vdly__harness__DOT__idle = 0;
    IData/*31:0*/ __Vdly__harness__DOT__started;
    __Vdly__harness__DOT__started = 0;
    IData/*31:0*/ __Vdly__harness__DOT__element;
    __Vdly__harness__DOT__element = 0;
    IData/*31:0*/ __Vdly__harness__DOT__position;
    __Vdly__harness__DOT__position = 0;
    CData/*0:0*/ __Vdly__wake;
    __Vdly__wake = 0;
    IData/*31:0*/ __Vdly__finished;
    __Vdly__finished = 0;
    QData/*45:0*/ __VdlyVal__harness__DOT__engine__DOT__accumulator__DOT__finished__v0;
    __VdlyVal__harness__DOT__engine__DOT__accumulator__DOT__finished__v0 = 0;
    CData/*6:0*/ __VdlyDim0__harness__DOT__engine__DOT__accumulator__DOT__finished__v0;
    __VdlyDim0__harness__DOT__engine__DOT__accumulator__DOT__finished__v0 = 0;
    CData/*0:0*/ __VdlySet__harness__DOT__engine__DOT__accumulator__DOT__finished__v0;
    __VdlySet__harness__DOT__engine__DOT__accumulator__DOT__finished__v0 = 0;
    VlWide<6>/*183:0*/ __VdlyVal__harness__DOT__engine__DOT__accumulator__DOT__partial__v0;
    VL_ZERO_W(184, __VdlyVal__harness__DOT__engine__DOT__accumulator__DOT__partial__v0);
    CData/*2:0*/ __VdlyDim0__harness__DOT__engine__DOT__accumulator__DOT__partial__v0;
    __VdlyDim0__harness__DOT__engine__DOT__accumulator__DOT__partial__v0 = 0;
    CData/*0:0*/ __VdlySet__harness__DOT__engine__DOT__accumulator__DOT__partial__v0;
    __VdlySet__harness__DOT__engine__DOT__accumulator__DOT__partial__v0 = 0;
    CData/*7:0*/ __VdlyVal__harness__DOT__engine__DOT__activations__DOT__pair_0__DOT__memory__v0;
    __VdlyVal__harness__DOT__engine__DOT__activations__DOT__pair_0__DOT__memory__v0 = 0;
    SData/*13:0*/ __VdlyDim0__harness__DOT__engine__DOT__activations__DOT__pair_0__DOT__memory__v0;
    __VdlyDim0__harness__DOT__engine__DOT__activations__DOT__pair_0__DOT__memory__v0 = 0;
    CData/*0:0*/ __VdlySet__harness__DOT__engine__DOT__activations__DOT__pair_0__DOT__memory__v0;
    __VdlySet__harness__DOT__engine__DOT__activations__DOT__pair_0__DOT__memory__v0 = 0;
    CData/*7:0*/ __VdlyVal__harness__DOT__engine__DOT__activations__DOT__pair_0__DOT__memory__v1;
    __VdlyVal__harness__DOT__engine__DOT__activations__DOT__pair_0__DOT__memory__v1 = 0;
    SData/*13:0*/ __VdlyDim0__harness__DOT__engine__DOT__activations__DOT__pair_0__DOT__memory__v1;
    __VdlyDim0__harness__DOT__engine__DOT__activations__DOT__pair_0__DOT__memory__v1 = 0;
    CData/*0:0*/ __VdlySet__harness__DOT__engine__DOT__activations__DOT__pair_0__DOT__memory__v1;
    __VdlySet__harness__DOT__engine__DOT__activations__DOT__pair_0__DOT__memory__v1 = 0;
    CData/*7:0*/ __VdlyVal__harness__DOT__engine__DOT__source__DOT__words__DOT__memory__DOT__memory__v0;
    __VdlyVal__harness__DOT__engine__DOT__source__DOT__words__DOT__memory__DOT__memory__v0 = 0;
    SData/*15:0*/ __VdlyDim0__harness__DOT__engine__DOT__source__DOT__words__DOT__memory__DOT__memory__v0;
    __VdlyDim0__harness__DOT__engine__DOT__source__DOT__words__DOT__memory__DOT__memory__v0 = 0;
    CData/*0:0*/ __VdlySet__harness__DOT__engine__DOT__source__DOT__words__DOT__memory__DOT__memory__v0;
    __VdlySet__harness__DOT__engine__DOT__source__DOT__words__DOT__memory__DOT__memory__v0 = 0;
    CData/*7:0*/ __VdlyVal__harness__DOT__engine__DOT__source__DOT__words__DOT__memory__DOT__memory__v1;
    __VdlyVal__harness__DOT__engine__DOT__source__DOT__words__DOT__memory__DOT__memory__v1 = 0;
    SData/*15:0*/ __VdlyDim0__harness__DOT__engine__DOT__source__DOT__words__DOT__memory__DOT__memory__v1;
    __VdlyDim0__harness__DOT__engine__DOT__source__DOT__words__DOT__memory__DOT__memory__v1 = 0;
    CData/*0:0*/ __VdlySet__harness__DOT__engine__DOT__source__DOT__words__DOT__memory__DOT__memory__v1;
    __VdlySet__harness__DOT__engine__DOT__source__DOT__words__DOT__memory__DOT__memory__v1 = 0;
    VlWide<6>/*191:0*/ __Vtemp_1;
    VlWide<3>/*95:0*/ __Vtemp_3;
    VlWide<5>/*159:0*/ __Vtemp_4;
    VlWide<3>/*95:0*/ __Vtemp_7;
    VlWide<3>/*95:0*/ __Vtemp_10;
    VlWide<3>/*95:0*/ __Vtemp_11;
    // Body
    __VdlySet__harness__DOT__engine__DOT__activations__DOT__pair_0__DOT__memory__v0 = 0U;
    __VdlySet__harness__DOT__engine__DOT__activations__DOT__pair_0__DOT__memory__v1 = 0U;
    __VdlySet__harness__DOT__engine__DOT__accumulator__DOT__finished__v0 = 0U;
    __Vdly__harness__DOT__cycle = vlSelfRef.harness__DOT__cycle;
    __Vdly__harness__DOT__source_state = vlSelfRef.harness__DOT__source_state;
    __Vdly__harness__DOT__sink_state = vlSelfRef.harness__DOT__sink_state;
    __Vdly__harness__DOT__idle = vlSelfRef.harness__DOT__idle;
    __Vdly__harness__DOT__started = vlSelfRef.harness__DOT__started;
    __Vdly__harness__DOT__element = vlSelfRef.harness__DOT__element;
    __Vdly__harness__DOT__position = vlSelfRef.harness__DOT__position;
    __Vdly__wake = vlSelfRef.wake;
    __Vdly__finished = vlSelfRef.finished;
    __Vdly__harness__DOT__loaded = vlSelfRef.harness__DOT__loaded;
    __VdlySet__harness__DOT__engine__DOT__source__DOT__words__DOT__memory__DOT__memory__v0 = 0U;
    __VdlySet__harness__DOT__engine__DOT__source__DOT__words__DOT__memory__DOT__memory__v1 = 0U;
    __Vdly__harness__DOT__rst = vlSelfRef.harness__DOT__rst;
    __VdlySet__harness__DOT__engine__DOT__accumulator__DOT__partial__v0 = 0U;
    if ((1U & (IData)(vlSelfRef.harness__DOT__engine__DOT__activations__DOT__write__02410))) {
        __VdlyVal__harness__DOT__engine__DOT__activations__DOT__pair_0__DOT__memory__v0 
            = (0x000000ffU & (IData)(vlSelfRef.harness__DOT__engine__DOT__data));
        __VdlyDim0__harness__DOT__engine__DOT__activations__DOT__pair_0__DOT__memory__v0 
            = vlSelfRef.harness__DOT__engine__DOT__activations__DOT____Vcellinp__pair_0__address;
        __VdlySet__harness__DOT__engine__DOT__activations__DOT__pair_0__DOT__memory__v0 = 1U;
    }
    if ((2U & (IData)(vlSelfRef.harness__DOT__engine__DOT__activations__DOT__write__02410))) {
        __VdlyVal__harness__DOT__engine__DOT__activations__DOT__pair_0__DOT__memory__v1 
            = (0x000000ffU & ((IData)(vlSelfRef.harness__DOT__engine__DOT__data) 
                              >> 8U));
        __VdlyDim0__harness__DOT__engine__DOT__activations__DOT__pair_0__DOT__memory__v1 
            = vlSelfRef.harness__DOT__engine__DOT__activations__DOT____Vcellinp__pair_0__address;
        __VdlySet__harness__DOT__engine__DOT__activations__DOT__pair_0__DOT__memory__v1 = 1U;
    }
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__unwritten 
        = (0x0000000fU & (((0x0000001fU & ((IData)(vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____02453) 
                                           + (IData)(vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__unwritten))) 
                           - (IData)(vlSelfRef.harness__DOT__engine__DOT__done)) 
                          & (- (IData)((1U & (~ (IData)(vlSelfRef.harness__DOT__rst)))))));
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__occupied 
        = (7U & (((0x0000000fU & ((IData)(vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____02453) 
                                  + (IData)(vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__occupied))) 
                  - (IData)(vlSelfRef.__VdfgRegularize_h6e95ff9d_0_13)) 
                 & (- (IData)((1U & (~ (IData)(vlSelfRef.harness__DOT__rst)))))));
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__waiting 
        = (7U & (((0x0000000fU & (((IData)(vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT____024signal) 
                                   & ((IData)(vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__ends) 
                                      & (3U == (IData)(vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__part)))) 
                                  + (IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__waiting))) 
                  - (IData)(vlSelfRef.__VdfgRegularize_h6e95ff9d_0_13)) 
                 & (- (IData)((1U & (~ (IData)(vlSelfRef.harness__DOT__rst)))))));
    if ((1U & (IData)(vlSelfRef.harness__DOT__engine__DOT__source__DOT__words__DOT__write))) {
        vlSelfRef.harness__DOT__engine__DOT__source__DOT__words__DOT__memory__DOT____Vlvbound_h24338e6e__0 
            = vlSelfRef.harness__DOT__load_data;
        if ((0x99ffU >= (IData)(vlSelfRef.harness__DOT__engine__DOT__source__DOT__words__DOT____Vcellinp__memory__address))) {
            __VdlyVal__harness__DOT__engine__DOT__source__DOT__words__DOT__memory__DOT__memory__v0 
                = vlSelfRef.harness__DOT__engine__DOT__source__DOT__words__DOT__memory__DOT____Vlvbound_h24338e6e__0;
            __VdlyDim0__harness__DOT__engine__DOT__source__DOT__words__DOT__memory__DOT__memory__v0 
                = vlSelfRef.harness__DOT__engine__DOT__source__DOT__words__DOT____Vcellinp__memory__address;
            __VdlySet__harness__DOT__engine__DOT__source__DOT__words__DOT__memory__DOT__memory__v0 = 1U;
        }
    }
    if ((2U & (IData)(vlSelfRef.harness__DOT__engine__DOT__source__DOT__words__DOT__write))) {
        vlSelfRef.harness__DOT__engine__DOT__source__DOT__words__DOT__memory__DOT____Vlvbound_h24338c44__0 
            = vlSelfRef.harness__DOT__load_data;
        if ((0x99ffU >= (IData)(vlSelfRef.harness__DOT__engine__DOT__source__DOT__words__DOT____Vcellinp__memory__address))) {
            __VdlyVal__harness__DOT__engine__DOT__source__DOT__words__DOT__memory__DOT__memory__v1 
                = vlSelfRef.harness__DOT__engine__DOT__source__DOT__words__DOT__memory__DOT____Vlvbound_h24338c44__0;
            __VdlyDim0__harness__DOT__engine__DOT__source__DOT__words__DOT__memory__DOT__memory__v1 
                = vlSelfRef.harness__DOT__engine__DOT__source__DOT__words__DOT____Vcellinp__memory__address;
            __VdlySet__harness__DOT__engine__DOT__source__DOT__words__DOT__memory__DOT__memory__v1 = 1U;
        }
    }
    if ((IData)((1U == (5U & (IData)(vlSelfRef.harness__DOT__engine__DOT__control_3))))) {
        __VdlyVal__harness__DOT__engine__DOT__accumulator__DOT__partial__v0[0U] 
            = vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__total[0U];
        __VdlyVal__harness__DOT__engine__DOT__accumulator__DOT__partial__v0[1U] 
            = vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__total[1U];
        __VdlyVal__harness__DOT__engine__DOT__accumulator__DOT__partial__v0[2U] 
            = vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__total[2U];
        __VdlyVal__harness__DOT__engine__DOT__accumulator__DOT__partial__v0[3U] 
            = vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__total[3U];
        __VdlyVal__harness__DOT__engine__DOT__accumulator__DOT__partial__v0[4U] 
            = vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__total[4U];
        __VdlyVal__harness__DOT__engine__DOT__accumulator__DOT__partial__v0[5U] 
            = vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__total[5U];
        __VdlyDim0__harness__DOT__engine__DOT__accumulator__DOT__partial__v0 
            = vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__here;
        __VdlySet__harness__DOT__engine__DOT__accumulator__DOT__partial__v0 = 1U;
    }
    vlSelfRef.harness__DOT__engine__DOT__channel = vlSelfRef.harness__DOT__engine__DOT____02436;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__shift_0 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT____024290;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__flags_13 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT____024299;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__address_13 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT____024300;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__shift_early_0 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT____024301;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__shift_between_0 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT____024305;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__flags_12 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT____024307;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__address_12 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT____024308;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__shift_late_0 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT____024310;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__flags_3 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT____024315;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__flags_9 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT____024325;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__address_9 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT____024326;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__flags_15 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT____024335;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__address_15 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT____024336;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__flags_17 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT____024341;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__address_17 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT____024342;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__left 
        = vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____02474;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__lower_0 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT____024304;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__chosen 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT____024288;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__rest_0 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT____024293;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__joint_rest_0 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT____024329;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__joint_first_0 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT____024339;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__address_1 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT____024287;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__joint_rows_0_2 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT____024332;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__prepared_0 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT____024312;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__shift_last_0 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT____024313;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__scaled_0 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT____024317;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__caught_0 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT____024321;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__caught_1 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT____024322;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__older_0 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT____024352;
    vlSelfRef.harness__DOT__engine__DOT__source__DOT__words__DOT____024like 
        = vlSelfRef.harness__DOT__engine__DOT__source__DOT__words__DOT____02414;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__product_0 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT____024309;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__joint_rows_0_0 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT____024330;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__joint_rows_0_1 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT____024331;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__rows_0_0 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT____024294;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__rows_0_1 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT____024295;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__rows_0_2 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT____024296;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__rows_0_3 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT____024297;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__residual_0 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT____024323;
    vlSelfRef.harness__DOT__engine__DOT__source__DOT__words__DOT__taken 
        = vlSelfRef.harness__DOT__engine__DOT__source__DOT__words__DOT____02412;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__start 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT____024283;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__limited_0 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT____024319;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__group_element 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT____024284;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__joint_sum_0 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT____024343;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__group 
        = vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____02483;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__added_0 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT____024345;
    vlSelfRef.harness__DOT__engine__DOT__source__DOT__words__DOT__marked 
        = vlSelfRef.harness__DOT__engine__DOT__source__DOT__words__DOT____02415;
    vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__recent 
        = vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT____02444;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__element 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT____024279;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__joint_part_0 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT____024337;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__part_0 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT____024302;
    vlSelfRef.harness__DOT__engine__DOT__element = vlSelfRef.harness__DOT__engine__DOT____02437;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__late_0 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT____024349;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__valid_13 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT____024298;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__valid_12 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT____024306;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__valid_15 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT____024334;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__valid_17 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT____024340;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__address_11 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT____024348;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__offset 
        = vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____02486;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__flags_1 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT____024286;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__burst 
        = vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____02480;
    vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT____0247 
        = vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT__gearbox__DOT____0246;
    vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT____0248 
        = vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT__gearbox__DOT____0247;
    vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT____0249 
        = vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT__gearbox__DOT____0248;
    vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT____02410 
        = vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT__gearbox__DOT____0249;
    vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT____02411 
        = vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT__gearbox__DOT____02410;
    vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT____02412 
        = vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT__gearbox__DOT____02411;
    vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT____02413 
        = vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT__gearbox__DOT____02412;
    vlSelfRef.harness__DOT__engine__DOT__activations__DOT__pair_0__DOT___0_ 
        = vlSelfRef.harness__DOT__engine__DOT__activations__DOT__pair_0__DOT__memory
        [vlSelfRef.harness__DOT__engine__DOT__activations__DOT____Vcellinp__pair_0__address];
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__valid_11 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT____024346;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__valid_2 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT____024291;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__valid_10 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT____024303;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__valid_8 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT____024311;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__valid_4 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT____024318;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__valid_14 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT____024333;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__valid_16 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT____024338;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__valid_5 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT____024344;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__valid_9 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT____024324;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__valid_1 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT____024285;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__last_group 
        = vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____02484;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__walk__DOT__saved 
        = vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02447;
    vlSelfRef.harness__DOT__engine__DOT__y = vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02444;
    vlSelfRef.harness__DOT__engine__DOT__x = vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02445;
    vlSelfRef.harness__DOT__engine__DOT__base = vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02446;
    vlSelfRef.harness__DOT__engine__DOT__source__DOT__layer 
        = vlSelfRef.harness__DOT__engine__DOT__source__DOT____02430;
    vlSelfRef.harness__DOT__engine__DOT__source__DOT__words__DOT__memory__DOT___0_ 
        = ((0x99ffU >= (IData)(vlSelfRef.harness__DOT__engine__DOT__source__DOT__words__DOT____Vcellinp__memory__address))
            ? vlSelfRef.harness__DOT__engine__DOT__source__DOT__words__DOT__memory__DOT__memory
           [vlSelfRef.harness__DOT__engine__DOT__source__DOT__words__DOT____Vcellinp__memory__address]
            : (IData)(vlSelfRef.harness__DOT__engine__DOT__source__DOT__words__DOT__memory__DOT____Vxrand___0));
    vlSelfRef.harness__DOT__engine__DOT__source__DOT__held__02428 
        = vlSelfRef.harness__DOT__engine__DOT__source__DOT____02427;
    vlSelfRef.harness__DOT__engine__DOT__source__DOT__group 
        = vlSelfRef.harness__DOT__engine__DOT__source__DOT____02429;
    vlSelfRef.harness__DOT__engine__DOT__source__DOT__held__02425 
        = vlSelfRef.harness__DOT__engine__DOT__source__DOT____02426;
    vlSelfRef.harness__DOT__engine__DOT__source__DOT__burst 
        = vlSelfRef.harness__DOT__engine__DOT__source__DOT____02428;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__joint_factor 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT____024327;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__joint_operand_0 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT____024328;
    vlSelfRef.harness__DOT__engine__DOT__upcoming[0U] 
        = vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____02469[0U];
    vlSelfRef.harness__DOT__engine__DOT__upcoming[1U] 
        = vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____02469[1U];
    vlSelfRef.harness__DOT__engine__DOT__upcoming[2U] 
        = vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____02469[2U];
    vlSelfRef.harness__DOT__engine__DOT__upcoming[3U] 
        = vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____02469[3U];
    vlSelfRef.harness__DOT__engine__DOT__upcoming[4U] 
        = vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____02469[4U];
    vlSelfRef.harness__DOT__engine__DOT__source__DOT__count 
        = vlSelfRef.harness__DOT__engine__DOT__source__DOT____02425;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__burst 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT____024281;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__last_burst 
        = vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____02481;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__turn 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT____024353;
    vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT__index 
        = vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT____0246;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__group 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT____024282;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__factor_0 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT____024292;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__sum_0 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT____024289;
    vlSelfRef.harness__DOT__engine__DOT__source__DOT__i___05Fvalid 
        = vlSelfRef.harness__DOT__engine__DOT__source__DOT__words__DOT____02413;
    vlSelfRef.harness__DOT__engine__DOT__last = vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____02485;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____024signal 
        = vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____02468;
    vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT__gearbox__DOT__level 
        = vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT__gearbox__DOT____0245;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__stop 
        = vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____02482;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__walk__DOT__counter_1 
        = vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02443;
    vlSelfRef.harness__DOT__engine__DOT__closes = vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____02473;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__draining 
        = vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____02475;
    vlSelfRef.harness__DOT__engine__DOT__write__02427 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT____024350;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__running 
        = vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____02477;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__address_3 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT____024316;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__valid_3 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT____024314;
    vlSelfRef.harness__DOT__engine__DOT__source__DOT__words__DOT__latest 
        = ((- (IData)((1U & (~ (IData)(vlSelfRef.harness__DOT__rst))))) 
           & (IData)(vlSelfRef.harness__DOT__engine__DOT__source__DOT__words__DOT____Vcellinp__memory__address));
    vlSelfRef.harness__DOT__engine__DOT__operands__024126__DOT__pad 
        = ((IData)(vlSelfRef.harness__DOT__engine__DOT__operands__024126__DOT____0246) 
           & (- (IData)((1U & (~ (IData)(vlSelfRef.harness__DOT__rst))))));
    vlSelfRef.harness__DOT__engine__DOT__operands__024126__DOT__outside_0 
        = ((~ (IData)(vlSelfRef.harness__DOT__rst)) 
           & ((IData)(vlSelfRef.harness__DOT__engine__DOT__operands__024126__DOT____0247) 
              & (((IData)(vlSelfRef.harness__DOT__engine__DOT__operands__024126__DOT____0248) 
                  <= (IData)(vlSelfRef.__VdfgRegularize_h6e95ff9d_0_11)) 
                 | ((IData)(vlSelfRef.harness__DOT__engine__DOT__operands__024126__DOT____02411) 
                    <= (IData)(vlSelfRef.__VdfgRegularize_h6e95ff9d_0_12)))));
    vlSelfRef.harness__DOT__engine__DOT__operands__024126__DOT__outside_1 
        = ((~ (IData)(vlSelfRef.harness__DOT__rst)) 
           & ((IData)(vlSelfRef.harness__DOT__engine__DOT__operands__024126__DOT____02416) 
              & (((IData)(vlSelfRef.harness__DOT__engine__DOT__operands__024126__DOT____02417) 
                  <= (IData)(vlSelfRef.__VdfgRegularize_h6e95ff9d_0_11)) 
                 | ((IData)(vlSelfRef.harness__DOT__engine__DOT__operands__024126__DOT____02420) 
                    <= (IData)(vlSelfRef.__VdfgRegularize_h6e95ff9d_0_12)))));
    __Vtemp_3[0U] = (IData)((((QData)((IData)(((((2U 
                                                  & (vlSelfRef.harness__DOT__engine__DOT____02429 
                                                     >> 0x00000010U)) 
                                                 | (1U 
                                                    & (vlSelfRef.harness__DOT__engine__DOT____02429 
                                                       >> 0x00000011U))) 
                                                << 0x00000016U) 
                                               | ((vlSelfRef.harness__DOT__engine__DOT____02429 
                                                   << 4U) 
                                                  | ((((2U 
                                                        & (vlSelfRef.harness__DOT__engine__DOT____02427 
                                                           >> 0x00000010U)) 
                                                       | (1U 
                                                          & (vlSelfRef.harness__DOT__engine__DOT____02427 
                                                             >> 0x00000011U))) 
                                                      << 2U) 
                                                     | ((2U 
                                                         & (vlSelfRef.harness__DOT__engine__DOT____02427 
                                                            >> 0x00000010U)) 
                                                        | (1U 
                                                           & (vlSelfRef.harness__DOT__engine__DOT____02427 
                                                              >> 0x00000011U)))))))) 
                              << 0x00000018U) | (QData)((IData)(
                                                                ((0x00800000U 
                                                                  & (vlSelfRef.harness__DOT__engine__DOT____02427 
                                                                     << 6U)) 
                                                                 | ((vlSelfRef.harness__DOT__engine__DOT____02427 
                                                                     << 5U) 
                                                                    | ((((4U 
                                                                          & (vlSelfRef.harness__DOT__engine__DOT____02425 
                                                                             >> 0x0000000fU)) 
                                                                         | ((2U 
                                                                             & (vlSelfRef.harness__DOT__engine__DOT____02425 
                                                                                >> 0x00000010U)) 
                                                                            | (1U 
                                                                               & (vlSelfRef.harness__DOT__engine__DOT____02425 
                                                                                >> 0x00000011U)))) 
                                                                        << 2U) 
                                                                       | ((2U 
                                                                           & (vlSelfRef.harness__DOT__engine__DOT____02425 
                                                                              >> 0x00000010U)) 
                                                                          | (1U 
                                                                             & (vlSelfRef.harness__DOT__engine__DOT____02425 
                                                                                >> 0x00000011U))))))))));
    __Vtemp_3[1U] = (((IData)((((QData)((IData)((((
                                                   ((2U 
                                                     & (vlSelfRef.harness__DOT__engine__DOT____02433 
                                                        >> 0x00000010U)) 
                                                    | (1U 
                                                       & (vlSelfRef.harness__DOT__engine__DOT____02433 
                                                          >> 0x00000011U))) 
                                                   << 0x00000016U) 
                                                  | (((2U 
                                                       & (vlSelfRef.harness__DOT__engine__DOT____02433 
                                                          >> 0x00000010U)) 
                                                      | (1U 
                                                         & (vlSelfRef.harness__DOT__engine__DOT____02433 
                                                            >> 0x00000011U))) 
                                                     << 0x00000014U)) 
                                                 | ((vlSelfRef.harness__DOT__engine__DOT____02433 
                                                     << 2U) 
                                                    | ((2U 
                                                        & (vlSelfRef.harness__DOT__engine__DOT____02431 
                                                           >> 0x00000010U)) 
                                                       | (1U 
                                                          & (vlSelfRef.harness__DOT__engine__DOT____02431 
                                                             >> 0x00000011U))))))) 
                                << 0x00000018U) | (QData)((IData)(
                                                                  ((((4U 
                                                                      & (vlSelfRef.harness__DOT__engine__DOT____02431 
                                                                         >> 0x0000000fU)) 
                                                                     | ((2U 
                                                                         & (vlSelfRef.harness__DOT__engine__DOT____02431 
                                                                            >> 0x00000010U)) 
                                                                        | (1U 
                                                                           & (vlSelfRef.harness__DOT__engine__DOT____02431 
                                                                              >> 0x00000011U)))) 
                                                                    << 0x00000015U) 
                                                                   | ((vlSelfRef.harness__DOT__engine__DOT____02431 
                                                                       << 3U) 
                                                                      | ((4U 
                                                                          & (vlSelfRef.harness__DOT__engine__DOT____02429 
                                                                             >> 0x0000000fU)) 
                                                                         | ((2U 
                                                                             & (vlSelfRef.harness__DOT__engine__DOT____02429 
                                                                                >> 0x00000010U)) 
                                                                            | (1U 
                                                                               & (vlSelfRef.harness__DOT__engine__DOT____02429 
                                                                                >> 0x00000011U)))))))))) 
                      << 0x00000010U) | (IData)(((((QData)((IData)(
                                                                   ((((2U 
                                                                       & (vlSelfRef.harness__DOT__engine__DOT____02429 
                                                                          >> 0x00000010U)) 
                                                                      | (1U 
                                                                         & (vlSelfRef.harness__DOT__engine__DOT____02429 
                                                                            >> 0x00000011U))) 
                                                                     << 0x00000016U) 
                                                                    | ((vlSelfRef.harness__DOT__engine__DOT____02429 
                                                                        << 4U) 
                                                                       | ((((2U 
                                                                             & (vlSelfRef.harness__DOT__engine__DOT____02427 
                                                                                >> 0x00000010U)) 
                                                                            | (1U 
                                                                               & (vlSelfRef.harness__DOT__engine__DOT____02427 
                                                                                >> 0x00000011U))) 
                                                                           << 2U) 
                                                                          | ((2U 
                                                                              & (vlSelfRef.harness__DOT__engine__DOT____02427 
                                                                                >> 0x00000010U)) 
                                                                             | (1U 
                                                                                & (vlSelfRef.harness__DOT__engine__DOT____02427 
                                                                                >> 0x00000011U)))))))) 
                                                   << 0x00000018U) 
                                                  | (QData)((IData)(
                                                                    ((0x00800000U 
                                                                      & (vlSelfRef.harness__DOT__engine__DOT____02427 
                                                                         << 6U)) 
                                                                     | ((vlSelfRef.harness__DOT__engine__DOT____02427 
                                                                         << 5U) 
                                                                        | ((((4U 
                                                                              & (vlSelfRef.harness__DOT__engine__DOT____02425 
                                                                                >> 0x0000000fU)) 
                                                                             | ((2U 
                                                                                & (vlSelfRef.harness__DOT__engine__DOT____02425 
                                                                                >> 0x00000010U)) 
                                                                                | (1U 
                                                                                & (vlSelfRef.harness__DOT__engine__DOT____02425 
                                                                                >> 0x00000011U)))) 
                                                                            << 2U) 
                                                                           | ((2U 
                                                                               & (vlSelfRef.harness__DOT__engine__DOT____02425 
                                                                                >> 0x00000010U)) 
                                                                              | (1U 
                                                                                & (vlSelfRef.harness__DOT__engine__DOT____02425 
                                                                                >> 0x00000011U))))))))) 
                                                 >> 0x00000020U)));
    __Vtemp_3[2U] = (((IData)((((QData)((IData)((((
                                                   ((2U 
                                                     & (vlSelfRef.harness__DOT__engine__DOT____02433 
                                                        >> 0x00000010U)) 
                                                    | (1U 
                                                       & (vlSelfRef.harness__DOT__engine__DOT____02433 
                                                          >> 0x00000011U))) 
                                                   << 0x00000016U) 
                                                  | (((2U 
                                                       & (vlSelfRef.harness__DOT__engine__DOT____02433 
                                                          >> 0x00000010U)) 
                                                      | (1U 
                                                         & (vlSelfRef.harness__DOT__engine__DOT____02433 
                                                            >> 0x00000011U))) 
                                                     << 0x00000014U)) 
                                                 | ((vlSelfRef.harness__DOT__engine__DOT____02433 
                                                     << 2U) 
                                                    | ((2U 
                                                        & (vlSelfRef.harness__DOT__engine__DOT____02431 
                                                           >> 0x00000010U)) 
                                                       | (1U 
                                                          & (vlSelfRef.harness__DOT__engine__DOT____02431 
                                                             >> 0x00000011U))))))) 
                                << 0x00000018U) | (QData)((IData)(
                                                                  ((((4U 
                                                                      & (vlSelfRef.harness__DOT__engine__DOT____02431 
                                                                         >> 0x0000000fU)) 
                                                                     | ((2U 
                                                                         & (vlSelfRef.harness__DOT__engine__DOT____02431 
                                                                            >> 0x00000010U)) 
                                                                        | (1U 
                                                                           & (vlSelfRef.harness__DOT__engine__DOT____02431 
                                                                              >> 0x00000011U)))) 
                                                                    << 0x00000015U) 
                                                                   | ((vlSelfRef.harness__DOT__engine__DOT____02431 
                                                                       << 3U) 
                                                                      | ((4U 
                                                                          & (vlSelfRef.harness__DOT__engine__DOT____02429 
                                                                             >> 0x0000000fU)) 
                                                                         | ((2U 
                                                                             & (vlSelfRef.harness__DOT__engine__DOT____02429 
                                                                                >> 0x00000010U)) 
                                                                            | (1U 
                                                                               & (vlSelfRef.harness__DOT__engine__DOT____02429 
                                                                                >> 0x00000011U)))))))))) 
                      >> 0x00000010U) | ((IData)(((
                                                   ((QData)((IData)(
                                                                    (((((2U 
                                                                         & (vlSelfRef.harness__DOT__engine__DOT____02433 
                                                                            >> 0x00000010U)) 
                                                                        | (1U 
                                                                           & (vlSelfRef.harness__DOT__engine__DOT____02433 
                                                                              >> 0x00000011U))) 
                                                                       << 0x00000016U) 
                                                                      | (((2U 
                                                                           & (vlSelfRef.harness__DOT__engine__DOT____02433 
                                                                              >> 0x00000010U)) 
                                                                          | (1U 
                                                                             & (vlSelfRef.harness__DOT__engine__DOT____02433 
                                                                                >> 0x00000011U))) 
                                                                         << 0x00000014U)) 
                                                                     | ((vlSelfRef.harness__DOT__engine__DOT____02433 
                                                                         << 2U) 
                                                                        | ((2U 
                                                                            & (vlSelfRef.harness__DOT__engine__DOT____02431 
                                                                               >> 0x00000010U)) 
                                                                           | (1U 
                                                                              & (vlSelfRef.harness__DOT__engine__DOT____02431 
                                                                                >> 0x00000011U))))))) 
                                                    << 0x00000018U) 
                                                   | (QData)((IData)(
                                                                     ((((4U 
                                                                         & (vlSelfRef.harness__DOT__engine__DOT____02431 
                                                                            >> 0x0000000fU)) 
                                                                        | ((2U 
                                                                            & (vlSelfRef.harness__DOT__engine__DOT____02431 
                                                                               >> 0x00000010U)) 
                                                                           | (1U 
                                                                              & (vlSelfRef.harness__DOT__engine__DOT____02431 
                                                                                >> 0x00000011U)))) 
                                                                       << 0x00000015U) 
                                                                      | ((vlSelfRef.harness__DOT__engine__DOT____02431 
                                                                          << 3U) 
                                                                         | ((4U 
                                                                             & (vlSelfRef.harness__DOT__engine__DOT____02429 
                                                                                >> 0x0000000fU)) 
                                                                            | ((2U 
                                                                                & (vlSelfRef.harness__DOT__engine__DOT____02429 
                                                                                >> 0x00000010U)) 
                                                                               | (1U 
                                                                                & (vlSelfRef.harness__DOT__engine__DOT____02429 
                                                                                >> 0x00000011U))))))))) 
                                                  >> 0x00000020U)) 
                                         << 0x00000010U));
    __Vtemp_4[0U] = (IData)((((QData)((IData)(((vlSelfRef.harness__DOT__engine__DOT____02425 
                                                << 5U) 
                                               | ((((4U 
                                                     & (vlSelfRef.harness__DOT__engine__DOT____02423 
                                                        >> 0x0000000fU)) 
                                                    | ((2U 
                                                        & (vlSelfRef.harness__DOT__engine__DOT____02423 
                                                           >> 0x00000010U)) 
                                                       | (1U 
                                                          & (vlSelfRef.harness__DOT__engine__DOT____02423 
                                                             >> 0x00000011U)))) 
                                                   << 2U) 
                                                  | ((2U 
                                                      & (vlSelfRef.harness__DOT__engine__DOT____02423 
                                                         >> 0x00000010U)) 
                                                     | (1U 
                                                        & (vlSelfRef.harness__DOT__engine__DOT____02423 
                                                           >> 0x00000011U))))))) 
                              << 0x00000029U) | (((QData)((IData)(
                                                                  ((vlSelfRef.harness__DOT__engine__DOT____02423 
                                                                    << 3U) 
                                                                   | ((4U 
                                                                       & (vlSelfRef.harness__DOT__engine__DOT____02421 
                                                                          >> 0x0000000fU)) 
                                                                      | ((2U 
                                                                          & (vlSelfRef.harness__DOT__engine__DOT____02421 
                                                                             >> 0x00000010U)) 
                                                                         | (1U 
                                                                            & (vlSelfRef.harness__DOT__engine__DOT____02421 
                                                                               >> 0x00000011U))))))) 
                                                  << 0x00000014U) 
                                                 | (QData)((IData)(
                                                                   ((0x00080000U 
                                                                     & (vlSelfRef.harness__DOT__engine__DOT____02421 
                                                                        << 2U)) 
                                                                    | ((0x00040000U 
                                                                        & (vlSelfRef.harness__DOT__engine__DOT____02421 
                                                                           << 1U)) 
                                                                       | vlSelfRef.harness__DOT__engine__DOT____02421)))))));
    __Vtemp_4[1U] = (IData)(((((QData)((IData)(((vlSelfRef.harness__DOT__engine__DOT____02425 
                                                 << 5U) 
                                                | ((((4U 
                                                      & (vlSelfRef.harness__DOT__engine__DOT____02423 
                                                         >> 0x0000000fU)) 
                                                     | ((2U 
                                                         & (vlSelfRef.harness__DOT__engine__DOT____02423 
                                                            >> 0x00000010U)) 
                                                        | (1U 
                                                           & (vlSelfRef.harness__DOT__engine__DOT____02423 
                                                              >> 0x00000011U)))) 
                                                    << 2U) 
                                                   | ((2U 
                                                       & (vlSelfRef.harness__DOT__engine__DOT____02423 
                                                          >> 0x00000010U)) 
                                                      | (1U 
                                                         & (vlSelfRef.harness__DOT__engine__DOT____02423 
                                                            >> 0x00000011U))))))) 
                               << 0x00000029U) | (((QData)((IData)(
                                                                   ((vlSelfRef.harness__DOT__engine__DOT____02423 
                                                                     << 3U) 
                                                                    | ((4U 
                                                                        & (vlSelfRef.harness__DOT__engine__DOT____02421 
                                                                           >> 0x0000000fU)) 
                                                                       | ((2U 
                                                                           & (vlSelfRef.harness__DOT__engine__DOT____02421 
                                                                              >> 0x00000010U)) 
                                                                          | (1U 
                                                                             & (vlSelfRef.harness__DOT__engine__DOT____02421 
                                                                                >> 0x00000011U))))))) 
                                                   << 0x00000014U) 
                                                  | (QData)((IData)(
                                                                    ((0x00080000U 
                                                                      & (vlSelfRef.harness__DOT__engine__DOT____02421 
                                                                         << 2U)) 
                                                                     | ((0x00040000U 
                                                                         & (vlSelfRef.harness__DOT__engine__DOT____02421 
                                                                            << 1U)) 
                                                                        | vlSelfRef.harness__DOT__engine__DOT____02421)))))) 
                             >> 0x00000020U));
    vlSelfRef.harness__DOT__engine__DOT__activations__DOT__pair_0__DOT__wrote 
        = ((~ (IData)(vlSelfRef.harness__DOT__rst)) 
           & (0U != (IData)(vlSelfRef.harness__DOT__engine__DOT__activations__DOT__write__02410)));
    vlSelfRef.harness__DOT__engine__DOT__p = (((VL_MULS_III(16, (IData)(vlSelfRef.__VdfgRegularize_h6e95ff9d_0_1), 
                                                            (0x0000ffffU 
                                                             & VL_EXTENDS_II(16,8, (IData)(vlSelfRef.harness__DOT__engine__DOT__product_0__DOT__kept_1)))) 
                                                << 0x00000010U) 
                                               | (0x0000ffffU 
                                                  & VL_MULS_III(16, 
                                                                (0x0000ffffU 
                                                                 & VL_EXTENDS_II(16,8, (IData)(vlSelfRef.harness__DOT__engine__DOT__product_0__DOT__kept_0))), (IData)(vlSelfRef.__VdfgRegularize_h6e95ff9d_0_1)))) 
                                              & (- (IData)(
                                                           (1U 
                                                            & (~ (IData)(vlSelfRef.harness__DOT__rst))))));
    vlSelfRef.harness__DOT__engine__DOT__p__024118 
        = (((VL_MULS_III(16, (IData)(vlSelfRef.__VdfgRegularize_h6e95ff9d_0_1), 
                         (0x0000ffffU & VL_EXTENDS_II(16,8, (IData)(vlSelfRef.harness__DOT__engine__DOT__product_1__DOT__kept_1)))) 
             << 0x00000010U) | (0x0000ffffU & VL_MULS_III(16, (IData)(vlSelfRef.__VdfgRegularize_h6e95ff9d_0_1), 
                                                          (0x0000ffffU 
                                                           & VL_EXTENDS_II(16,8, (IData)(vlSelfRef.harness__DOT__engine__DOT__product_1__DOT__kept_0)))))) 
           & (- (IData)((1U & (~ (IData)(vlSelfRef.harness__DOT__rst))))));
    vlSelfRef.harness__DOT__engine__DOT__p__024120 
        = (((VL_MULS_III(16, (IData)(vlSelfRef.__VdfgRegularize_h6e95ff9d_0_1), 
                         (0x0000ffffU & VL_EXTENDS_II(16,8, (IData)(vlSelfRef.harness__DOT__engine__DOT__product_2__DOT__kept_1)))) 
             << 0x00000010U) | (0x0000ffffU & VL_MULS_III(16, (IData)(vlSelfRef.__VdfgRegularize_h6e95ff9d_0_1), 
                                                          (0x0000ffffU 
                                                           & VL_EXTENDS_II(16,8, (IData)(vlSelfRef.harness__DOT__engine__DOT__product_2__DOT__kept_0)))))) 
           & (- (IData)((1U & (~ (IData)(vlSelfRef.harness__DOT__rst))))));
    vlSelfRef.harness__DOT__engine__DOT__p__024122 
        = (((VL_MULS_III(16, (IData)(vlSelfRef.__VdfgRegularize_h6e95ff9d_0_1), 
                         (0x0000ffffU & VL_EXTENDS_II(16,8, (IData)(vlSelfRef.harness__DOT__engine__DOT__product_3__DOT__kept_1)))) 
             << 0x00000010U) | (0x0000ffffU & VL_MULS_III(16, (IData)(vlSelfRef.__VdfgRegularize_h6e95ff9d_0_1), 
                                                          (0x0000ffffU 
                                                           & VL_EXTENDS_II(16,8, (IData)(vlSelfRef.harness__DOT__engine__DOT__product_3__DOT__kept_0)))))) 
           & (- (IData)((1U & (~ (IData)(vlSelfRef.harness__DOT__rst))))));
    vlSelfRef.harness__DOT__engine__DOT__p__024117 
        = (((VL_MULS_III(16, (IData)(vlSelfRef.__VdfgRegularize_h6e95ff9d_0_2), 
                         (0x0000ffffU & VL_EXTENDS_II(16,8, (IData)(vlSelfRef.harness__DOT__engine__DOT__product_4__DOT__kept_1)))) 
             << 0x00000010U) | (0x0000ffffU & VL_MULS_III(16, 
                                                          (0x0000ffffU 
                                                           & VL_EXTENDS_II(16,8, (IData)(vlSelfRef.harness__DOT__engine__DOT__product_4__DOT__kept_0))), (IData)(vlSelfRef.__VdfgRegularize_h6e95ff9d_0_2)))) 
           & (- (IData)((1U & (~ (IData)(vlSelfRef.harness__DOT__rst))))));
    vlSelfRef.harness__DOT__engine__DOT__p__024119 
        = (((VL_MULS_III(16, (IData)(vlSelfRef.__VdfgRegularize_h6e95ff9d_0_2), 
                         (0x0000ffffU & VL_EXTENDS_II(16,8, (IData)(vlSelfRef.harness__DOT__engine__DOT__product_5__DOT__kept_1)))) 
             << 0x00000010U) | (0x0000ffffU & VL_MULS_III(16, (IData)(vlSelfRef.__VdfgRegularize_h6e95ff9d_0_2), 
                                                          (0x0000ffffU 
                                                           & VL_EXTENDS_II(16,8, (IData)(vlSelfRef.harness__DOT__engine__DOT__product_5__DOT__kept_0)))))) 
           & (- (IData)((1U & (~ (IData)(vlSelfRef.harness__DOT__rst))))));
    vlSelfRef.harness__DOT__engine__DOT__p__024121 
        = (((VL_MULS_III(16, (IData)(vlSelfRef.__VdfgRegularize_h6e95ff9d_0_2), 
                         (0x0000ffffU & VL_EXTENDS_II(16,8, (IData)(vlSelfRef.harness__DOT__engine__DOT__product_6__DOT__kept_1)))) 
             << 0x00000010U) | (0x0000ffffU & VL_MULS_III(16, (IData)(vlSelfRef.__VdfgRegularize_h6e95ff9d_0_2), 
                                                          (0x0000ffffU 
                                                           & VL_EXTENDS_II(16,8, (IData)(vlSelfRef.harness__DOT__engine__DOT__product_6__DOT__kept_0)))))) 
           & (- (IData)((1U & (~ (IData)(vlSelfRef.harness__DOT__rst))))));
    vlSelfRef.harness__DOT__engine__DOT__p__024123 
        = (((VL_MULS_III(16, (IData)(vlSelfRef.__VdfgRegularize_h6e95ff9d_0_2), 
                         (0x0000ffffU & VL_EXTENDS_II(16,8, (IData)(vlSelfRef.harness__DOT__engine__DOT__product_7__DOT__kept_1)))) 
             << 0x00000010U) | (0x0000ffffU & VL_MULS_III(16, (IData)(vlSelfRef.__VdfgRegularize_h6e95ff9d_0_2), 
                                                          (0x0000ffffU 
                                                           & VL_EXTENDS_II(16,8, (IData)(vlSelfRef.harness__DOT__engine__DOT__product_7__DOT__kept_0)))))) 
           & (- (IData)((1U & (~ (IData)(vlSelfRef.harness__DOT__rst))))));
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__walk__DOT__counter_0 
        = vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02442;
    vlSelfRef.harness__DOT__engine__DOT__source__DOT__words__DOT__memory__DOT__wrote 
        = ((~ (IData)(vlSelfRef.harness__DOT__rst)) 
           & ((0U != (3U & ((IData)(1U) << (1U & vlSelfRef.harness__DOT__load_address)))) 
              & (IData)(vlSelfRef.harness__DOT__engine__DOT__source__DOT__words__DOT____0245)));
    vlSelfRef.harness__DOT__engine__DOT__load = ((~ (IData)(vlSelfRef.harness__DOT__rst)) 
                                                 & (IData)(vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__take));
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__fresh 
        = ((~ (IData)(vlSelfRef.harness__DOT__rst)) 
           & (IData)(vlSelfRef.harness__DOT__engine__DOT__residual));
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__flags_11 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT____024347;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__valid_7 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT____024351;
    vlSelfRef.harness__DOT__engine__DOT__layer = vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____02490;
    vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT___1_[0U] 
        = vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__partial
        [(7U & ((IData)(vlSelfRef.harness__DOT__engine__DOT__control_2) 
                >> 4U))][0U];
    vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT___1_[1U] 
        = vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__partial
        [(7U & ((IData)(vlSelfRef.harness__DOT__engine__DOT__control_2) 
                >> 4U))][1U];
    vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT___1_[2U] 
        = vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__partial
        [(7U & ((IData)(vlSelfRef.harness__DOT__engine__DOT__control_2) 
                >> 4U))][2U];
    vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT___1_[3U] 
        = vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__partial
        [(7U & ((IData)(vlSelfRef.harness__DOT__engine__DOT__control_2) 
                >> 4U))][3U];
    vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT___1_[4U] 
        = vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__partial
        [(7U & ((IData)(vlSelfRef.harness__DOT__engine__DOT__control_2) 
                >> 4U))][4U];
    vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT___1_[5U] 
        = vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__partial
        [(7U & ((IData)(vlSelfRef.harness__DOT__engine__DOT__control_2) 
                >> 4U))][5U];
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__layer 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT____024354;
    if (__VdlySet__harness__DOT__engine__DOT__activations__DOT__pair_0__DOT__memory__v0) {
        vlSelfRef.harness__DOT__engine__DOT__activations__DOT__pair_0__DOT__memory[__VdlyDim0__harness__DOT__engine__DOT__activations__DOT__pair_0__DOT__memory__v0] 
            = ((0xff00U & vlSelfRef.harness__DOT__engine__DOT__activations__DOT__pair_0__DOT__memory
                [__VdlyDim0__harness__DOT__engine__DOT__activations__DOT__pair_0__DOT__memory__v0]) 
               | (SData)(__VdlyVal__harness__DOT__engine__DOT__activations__DOT__pair_0__DOT__memory__v0));
    }
    if (__VdlySet__harness__DOT__engine__DOT__activations__DOT__pair_0__DOT__memory__v1) {
        vlSelfRef.harness__DOT__engine__DOT__activations__DOT__pair_0__DOT__memory[__VdlyDim0__harness__DOT__engine__DOT__activations__DOT__pair_0__DOT__memory__v1] 
            = ((0x00ffU & vlSelfRef.harness__DOT__engine__DOT__activations__DOT__pair_0__DOT__memory
                [__VdlyDim0__harness__DOT__engine__DOT__activations__DOT__pair_0__DOT__memory__v1]) 
               | ((SData)((IData)(__VdlyVal__harness__DOT__engine__DOT__activations__DOT__pair_0__DOT__memory__v1)) 
                  << 8U));
    }
    if (__VdlySet__harness__DOT__engine__DOT__source__DOT__words__DOT__memory__DOT__memory__v0) {
        vlSelfRef.harness__DOT__engine__DOT__source__DOT__words__DOT__memory__DOT__memory[__VdlyDim0__harness__DOT__engine__DOT__source__DOT__words__DOT__memory__DOT__memory__v0] 
            = ((0xff00U & vlSelfRef.harness__DOT__engine__DOT__source__DOT__words__DOT__memory__DOT__memory
                [__VdlyDim0__harness__DOT__engine__DOT__source__DOT__words__DOT__memory__DOT__memory__v0]) 
               | (SData)(__VdlyVal__harness__DOT__engine__DOT__source__DOT__words__DOT__memory__DOT__memory__v0));
    }
    if (__VdlySet__harness__DOT__engine__DOT__source__DOT__words__DOT__memory__DOT__memory__v1) {
        vlSelfRef.harness__DOT__engine__DOT__source__DOT__words__DOT__memory__DOT__memory[__VdlyDim0__harness__DOT__engine__DOT__source__DOT__words__DOT__memory__DOT__memory__v1] 
            = ((0x00ffU & vlSelfRef.harness__DOT__engine__DOT__source__DOT__words__DOT__memory__DOT__memory
                [__VdlyDim0__harness__DOT__engine__DOT__source__DOT__words__DOT__memory__DOT__memory__v1]) 
               | ((SData)((IData)(__VdlyVal__harness__DOT__engine__DOT__source__DOT__words__DOT__memory__DOT__memory__v1)) 
                  << 8U));
    }
    if (vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT____024signal) {
        VL_SHIFTR_WWI(184,184,8, __Vtemp_1, vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__latest, 
                      (0x000000ffU & ((IData)(0x2eU) 
                                      * (IData)(vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__part))));
        __VdlyVal__harness__DOT__engine__DOT__accumulator__DOT__finished__v0 
            = (0x00003fffffffffffULL & (((QData)((IData)(__Vtemp_1[1U])) 
                                         << 0x00000020U) 
                                        | (QData)((IData)(__Vtemp_1[0U]))));
        __VdlyDim0__harness__DOT__engine__DOT__accumulator__DOT__finished__v0 
            = ((0x0000007cU & ((IData)(vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__held) 
                               << 2U)) | (IData)(vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__part));
        __VdlySet__harness__DOT__engine__DOT__accumulator__DOT__finished__v0 = 1U;
    }
    if (vlSelfRef.harness__DOT__engine__DOT__enable) {
        vlSelfRef.harness__DOT__engine__DOT__post__DOT___0_ 
            = ((0x0199U >= (0x000001ffU & (IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT____02465)))
                ? vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels
               [(0x000001ffU & (IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT____02465))]
                : vlSelfRef.harness__DOT__engine__DOT__post__DOT____Vxrand___0);
        vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT___0_ 
            = vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__finished
            [((0x0000007cU & (((7U & ((IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__member) 
                                      + (IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__position))) 
                               + ((IData)(vlSelfRef.harness__DOT__engine__DOT__result_bank) 
                                  << 3U)) << 2U)) | 
              (3U & ((IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__step) 
                     >> 1U)))];
    }
    if (__VdlySet__harness__DOT__engine__DOT__accumulator__DOT__finished__v0) {
        vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__finished[__VdlyDim0__harness__DOT__engine__DOT__accumulator__DOT__finished__v0] 
            = __VdlyVal__harness__DOT__engine__DOT__accumulator__DOT__finished__v0;
    }
    if (__VdlySet__harness__DOT__engine__DOT__accumulator__DOT__partial__v0) {
        vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__partial[__VdlyDim0__harness__DOT__engine__DOT__accumulator__DOT__partial__v0][0U] 
            = __VdlyVal__harness__DOT__engine__DOT__accumulator__DOT__partial__v0[0U];
        vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__partial[__VdlyDim0__harness__DOT__engine__DOT__accumulator__DOT__partial__v0][1U] 
            = __VdlyVal__harness__DOT__engine__DOT__accumulator__DOT__partial__v0[1U];
        vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__partial[__VdlyDim0__harness__DOT__engine__DOT__accumulator__DOT__partial__v0][2U] 
            = __VdlyVal__harness__DOT__engine__DOT__accumulator__DOT__partial__v0[2U];
        vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__partial[__VdlyDim0__harness__DOT__engine__DOT__accumulator__DOT__partial__v0][3U] 
            = __VdlyVal__harness__DOT__engine__DOT__accumulator__DOT__partial__v0[3U];
        vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__partial[__VdlyDim0__harness__DOT__engine__DOT__accumulator__DOT__partial__v0][4U] 
            = __VdlyVal__harness__DOT__engine__DOT__accumulator__DOT__partial__v0[4U];
        vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__partial[__VdlyDim0__harness__DOT__engine__DOT__accumulator__DOT__partial__v0][5U] 
            = __VdlyVal__harness__DOT__engine__DOT__accumulator__DOT__partial__v0[5U];
    }
    vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__held 
        = vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT____02448;
    vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__latest[0U] 
        = vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT____02445[0U];
    vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__latest[1U] 
        = vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT____02445[1U];
    vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__latest[2U] 
        = vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT____02445[2U];
    vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__latest[3U] 
        = vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT____02445[3U];
    vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__latest[4U] 
        = vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT____02445[4U];
    vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__latest[5U] 
        = vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT____02445[5U];
    vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__ends 
        = vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT____02449;
    vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT____024signal 
        = vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT____02447;
    vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__part 
        = vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT____02446;
    __Vdly__harness__DOT__cycle = ((IData)(1U) + vlSelfRef.harness__DOT__cycle);
    __Vdly__harness__DOT__rst = (4U > vlSelfRef.harness__DOT__cycle);
    __Vfunc_harness__DOT__xorshift__2__state = vlSelfRef.harness__DOT__source_state;
    harness__DOT__xorshift__Vstatic__x = (__Vfunc_harness__DOT__xorshift__2__state 
                                          ^ VL_SHIFTL_III(32,32,32, __Vfunc_harness__DOT__xorshift__2__state, 0x0000000dU));
    harness__DOT__xorshift__Vstatic__x = (harness__DOT__xorshift__Vstatic__x 
                                          ^ VL_SHIFTR_III(32,32,32, harness__DOT__xorshift__Vstatic__x, 0x00000011U));
    __Vfunc_harness__DOT__xorshift__2__Vfuncout = (harness__DOT__xorshift__Vstatic__x 
                                                   ^ 
                                                   VL_SHIFTL_III(32,32,32, harness__DOT__xorshift__Vstatic__x, 5U));
    __Vdly__harness__DOT__source_state = __Vfunc_harness__DOT__xorshift__2__Vfuncout;
    __Vfunc_harness__DOT__xorshift__3__state = vlSelfRef.harness__DOT__sink_state;
    harness__DOT__xorshift__Vstatic__x = (__Vfunc_harness__DOT__xorshift__3__state 
                                          ^ VL_SHIFTL_III(32,32,32, __Vfunc_harness__DOT__xorshift__3__state, 0x0000000dU));
    harness__DOT__xorshift__Vstatic__x = (harness__DOT__xorshift__Vstatic__x 
                                          ^ VL_SHIFTR_III(32,32,32, harness__DOT__xorshift__Vstatic__x, 0x00000011U));
    __Vfunc_harness__DOT__xorshift__3__Vfuncout = (harness__DOT__xorshift__Vstatic__x 
                                                   ^ 
                                                   VL_SHIFTL_III(32,32,32, harness__DOT__xorshift__Vstatic__x, 5U));
    __Vdly__harness__DOT__sink_state = __Vfunc_harness__DOT__xorshift__3__Vfuncout;
    if (vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__take) {
        vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT___0_ 
            = ((0x0365U >= (0x000003ffU & (IData)(vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____0249)))
                ? vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns
               [(0x000003ffU & (IData)(vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____0249))]
                : vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____Vxrand___0);
    }
    if (vlSelfRef.harness__DOT__rst) {
        vlSelfRef.harness__DOT__engine__DOT__sums[0U] = 0U;
        vlSelfRef.harness__DOT__engine__DOT__sums[1U] = 0U;
        vlSelfRef.harness__DOT__engine__DOT__sums[2U] = 0U;
        vlSelfRef.harness__DOT__engine__DOT__sums[3U] = 0U;
        vlSelfRef.harness__DOT__engine__DOT__sums[4U] = 0U;
        vlSelfRef.harness__DOT__engine__DOT__sums[5U] = 0U;
    } else {
        vlSelfRef.harness__DOT__engine__DOT__sums[0U] 
            = __Vtemp_4[0U];
        vlSelfRef.harness__DOT__engine__DOT__sums[1U] 
            = __Vtemp_4[1U];
        vlSelfRef.harness__DOT__engine__DOT__sums[2U] 
            = __Vtemp_3[0U];
        vlSelfRef.harness__DOT__engine__DOT__sums[3U] 
            = __Vtemp_3[1U];
        vlSelfRef.harness__DOT__engine__DOT__sums[4U] 
            = __Vtemp_3[2U];
        vlSelfRef.harness__DOT__engine__DOT__sums[5U] 
            = (((((4U & (vlSelfRef.harness__DOT__engine__DOT____02435 
                         >> 0x0000000fU)) | ((2U & 
                                              (vlSelfRef.harness__DOT__engine__DOT____02435 
                                               >> 0x00000010U)) 
                                             | (1U 
                                                & (vlSelfRef.harness__DOT__engine__DOT____02435 
                                                   >> 0x00000011U)))) 
                 << 0x00000015U) | (((2U & (vlSelfRef.harness__DOT__engine__DOT____02435 
                                            >> 0x00000010U)) 
                                     | (1U & (vlSelfRef.harness__DOT__engine__DOT____02435 
                                              >> 0x00000011U))) 
                                    << 0x00000013U)) 
               | ((vlSelfRef.harness__DOT__engine__DOT____02435 
                   << 1U) | (1U & (vlSelfRef.harness__DOT__engine__DOT____02433 
                                   >> 0x00000011U))));
    }
    if ((1U & ((~ (IData)(vlSelfRef.harness__DOT__rst)) 
               & (~ (IData)(vlSelfRef.harness__DOT__loaded))))) {
        vlSelfRef.harness__DOT__character = (vlSelfRef.harness__DOT__weights ? fgetc(VL_CVT_I_FP(vlSelfRef.harness__DOT__weights)) : -1);
        if (vlSelfRef.harness__DOT__load_write) {
            vlSelfRef.harness__DOT__load_address = 
                ((IData)(1U) + vlSelfRef.harness__DOT__load_address);
        }
        vlSelfRef.harness__DOT__load_write = VL_LTES_III(32, 0U, vlSelfRef.harness__DOT__character);
        vlSelfRef.harness__DOT__load_data = (0x000000ffU 
                                             & vlSelfRef.harness__DOT__character);
        __Vdly__harness__DOT__loaded = VL_GTS_III(32, 0U, vlSelfRef.harness__DOT__character);
    }
    if (((((~ (IData)(vlSelfRef.harness__DOT__rst)) 
           & (IData)(vlSelfRef.harness__DOT__loaded)) 
          & (0U == (IData)(vlSelfRef.fault))) & (vlSelfRef.finished 
                                                 != vlSelfRef.harness__DOT__count))) {
        __Vdly__harness__DOT__idle = ((IData)(1U) + vlSelfRef.harness__DOT__idle);
        if (((IData)(vlSelfRef.harness__DOT__i_valid) 
             & (0U == (IData)(vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__fsm_state)))) {
            if (VL_UNLIKELY((vlSelfRef.harness__DOT__i_first))) {
                VL_FWRITEF_NX(vlSelfRef.harness__DOT__transfers,"i %0d\n",1
                              , '#',32,vlSelfRef.harness__DOT__cycle);
                __Vdly__harness__DOT__started = ((IData)(1U) 
                                                 + vlSelfRef.harness__DOT__started);
            }
            __Vdly__harness__DOT__idle = 0U;
        }
        if ((1U & ((~ (IData)(vlSelfRef.harness__DOT__i_valid)) 
                   | (0U == (IData)(vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__fsm_state))))) {
            vlSelfRef.harness__DOT__i_valid = 0U;
            if ((((0U != vlSelfRef.harness__DOT__element) 
                  | ((vlSelfRef.harness__DOT__offered 
                      != vlSelfRef.harness__DOT__count) 
                     & ((0U != vlSelfRef.harness__DOT__stall) 
                        | (vlSelfRef.finished == vlSelfRef.harness__DOT__offered)))) 
                 & ((0x0000ffffU & vlSelfRef.harness__DOT__source_state) 
                    >= vlSelfRef.harness__DOT__stall))) {
                vlSelfRef.harness__DOT__character = 
                    (vlSelfRef.harness__DOT__inputs ? fgetc(VL_CVT_I_FP(vlSelfRef.harness__DOT__inputs)) : -1);
                vlSelfRef.harness__DOT__i_valid = 1U;
                vlSelfRef.harness__DOT__i_first = (0U 
                                                   == vlSelfRef.harness__DOT__element);
                vlSelfRef.harness__DOT__i_payload = 
                    (((vlSelfRef.harness__DOT__element 
                       == (vlSelfRef.harness__DOT__size 
                           - (IData)(1U))) << 8U) | 
                     (0x000000ffU & vlSelfRef.harness__DOT__character));
                if ((vlSelfRef.harness__DOT__element 
                     == (vlSelfRef.harness__DOT__size 
                         - (IData)(1U)))) {
                    __Vdly__harness__DOT__element = 0U;
                    vlSelfRef.harness__DOT__offered 
                        = ((IData)(1U) + vlSelfRef.harness__DOT__offered);
                } else {
                    __Vdly__harness__DOT__element = 
                        ((IData)(1U) + vlSelfRef.harness__DOT__element);
                }
            }
        }
        if (VL_UNLIKELY((((IData)(vlSelfRef.harness__DOT__o_valid) 
                          & (IData)(vlSelfRef.harness__DOT__o_ready))))) {
            VL_FWRITEF_NX(vlSelfRef.harness__DOT__transfers,"o %0d %h\n",2
                          , '#',32,vlSelfRef.harness__DOT__cycle
                          , '#',17,vlSelfRef.harness__DOT__o_payload);
            __Vdly__harness__DOT__idle = 0U;
            __Vdly__harness__DOT__position = ((IData)(1U) 
                                              + vlSelfRef.harness__DOT__position);
            if (VL_UNLIKELY(((vlSelfRef.harness__DOT__started 
                              == vlSelfRef.finished)))) {
                __Vdly__wake = (1U & (~ (IData)(vlSelfRef.wake)));
                VL_FFLUSH_I(vlSelfRef.harness__DOT__transfers);
                vlSelfRef.fault = 4U;
            } else if (VL_UNLIKELY((((1U & (vlSelfRef.harness__DOT__o_payload 
                                            >> 0x10U)) 
                                     != (vlSelfRef.harness__DOT__position 
                                         == (vlSelfRef.harness__DOT__outputs 
                                             - (IData)(1U))))))) {
                __Vdly__wake = (1U & (~ (IData)(vlSelfRef.wake)));
                VL_FFLUSH_I(vlSelfRef.harness__DOT__transfers);
                vlSelfRef.fault = 3U;
            } else if ((vlSelfRef.harness__DOT__position 
                        == (vlSelfRef.harness__DOT__outputs 
                            - (IData)(1U)))) {
                __Vdly__finished = ((IData)(1U) + vlSelfRef.finished);
                if (VL_UNLIKELY(((vlSelfRef.finished 
                                  == (vlSelfRef.harness__DOT__count 
                                      - (IData)(1U)))))) {
                    VL_FFLUSH_I(vlSelfRef.harness__DOT__transfers);
                }
                __Vdly__wake = (1U & (~ (IData)(vlSelfRef.wake)));
                __Vdly__harness__DOT__position = 0U;
            }
        }
        if (VL_UNLIKELY(((vlSelfRef.harness__DOT__idle 
                          == vlSelfRef.harness__DOT__timeout)))) {
            __Vdly__wake = (1U & (~ (IData)(vlSelfRef.wake)));
            VL_FFLUSH_I(vlSelfRef.harness__DOT__transfers);
            vlSelfRef.fault = 1U;
        }
        vlSelfRef.harness__DOT__o_ready = ((0x0000ffffU 
                                            & vlSelfRef.harness__DOT__sink_state) 
                                           >= vlSelfRef.harness__DOT__stall);
    }
    vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__here 
        = (7U & (((IData)(vlSelfRef.harness__DOT__engine__DOT__control_2) 
                  >> 4U) & (- (IData)((1U & (~ (IData)(vlSelfRef.harness__DOT__rst)))))));
    vlSelfRef.harness__DOT__engine__DOT__control_3 
        = ((IData)(vlSelfRef.harness__DOT__engine__DOT__control_2) 
           & (- (IData)((1U & (~ (IData)(vlSelfRef.harness__DOT__rst))))));
    harness__DOT__engine__DOT__post__DOT____024217 
        = (0x03ffffffU & ((IData)(1U) + VL_EXTENDS_II(26,25, 
                                                      (0x01ffffffU 
                                                       & VL_SHIFTRS_III(25,25,4, vlSelfRef.harness__DOT__engine__DOT__post__DOT__prepared_0, (IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__shift_last_0))))));
    harness__DOT__engine__DOT__post__DOT____024110 
        = (0x007fffffffffffffULL & (VL_EXTENDS_QQ(55,54, 
                                                  (((QData)((IData)(
                                                                    (((((((4U 
                                                                           & ((IData)(
                                                                                (vlSelfRef.harness__DOT__engine__DOT__post__DOT__product_0 
                                                                                >> 0x00000035U)) 
                                                                              << 2U)) 
                                                                          | ((2U 
                                                                              & ((IData)(
                                                                                (vlSelfRef.harness__DOT__engine__DOT__post__DOT__product_0 
                                                                                >> 0x00000035U)) 
                                                                                << 1U)) 
                                                                             | (1U 
                                                                                & (IData)(
                                                                                (vlSelfRef.harness__DOT__engine__DOT__post__DOT__product_0 
                                                                                >> 0x00000035U))))) 
                                                                         << 8U) 
                                                                        | (((4U 
                                                                             & ((IData)(
                                                                                (vlSelfRef.harness__DOT__engine__DOT__post__DOT__product_0 
                                                                                >> 0x00000035U)) 
                                                                                << 2U)) 
                                                                            | ((2U 
                                                                                & ((IData)(
                                                                                (vlSelfRef.harness__DOT__engine__DOT__post__DOT__product_0 
                                                                                >> 0x00000035U)) 
                                                                                << 1U)) 
                                                                               | (1U 
                                                                                & (IData)(
                                                                                (vlSelfRef.harness__DOT__engine__DOT__post__DOT__product_0 
                                                                                >> 0x00000035U))))) 
                                                                           << 5U)) 
                                                                       | ((((4U 
                                                                             & ((IData)(
                                                                                (vlSelfRef.harness__DOT__engine__DOT__post__DOT__product_0 
                                                                                >> 0x00000035U)) 
                                                                                << 2U)) 
                                                                            | ((2U 
                                                                                & ((IData)(
                                                                                (vlSelfRef.harness__DOT__engine__DOT__post__DOT__product_0 
                                                                                >> 0x00000035U)) 
                                                                                << 1U)) 
                                                                               | (1U 
                                                                                & (IData)(
                                                                                (vlSelfRef.harness__DOT__engine__DOT__post__DOT__product_0 
                                                                                >> 0x00000035U))))) 
                                                                           << 2U) 
                                                                          | ((2U 
                                                                              & ((IData)(
                                                                                (vlSelfRef.harness__DOT__engine__DOT__post__DOT__product_0 
                                                                                >> 0x00000035U)) 
                                                                                << 1U)) 
                                                                             | (1U 
                                                                                & (IData)(
                                                                                (vlSelfRef.harness__DOT__engine__DOT__post__DOT__product_0 
                                                                                >> 0x00000035U)))))) 
                                                                      << 0x0000000bU) 
                                                                     | (((((4U 
                                                                            & ((IData)(
                                                                                (vlSelfRef.harness__DOT__engine__DOT__post__DOT__product_0 
                                                                                >> 0x00000035U)) 
                                                                               << 2U)) 
                                                                           | ((2U 
                                                                               & ((IData)(
                                                                                (vlSelfRef.harness__DOT__engine__DOT__post__DOT__product_0 
                                                                                >> 0x00000035U)) 
                                                                                << 1U)) 
                                                                              | (1U 
                                                                                & (IData)(
                                                                                (vlSelfRef.harness__DOT__engine__DOT__post__DOT__product_0 
                                                                                >> 0x00000035U))))) 
                                                                          << 8U) 
                                                                         | (((4U 
                                                                              & ((IData)(
                                                                                (vlSelfRef.harness__DOT__engine__DOT__post__DOT__product_0 
                                                                                >> 0x00000035U)) 
                                                                                << 2U)) 
                                                                             | ((2U 
                                                                                & ((IData)(
                                                                                (vlSelfRef.harness__DOT__engine__DOT__post__DOT__product_0 
                                                                                >> 0x00000035U)) 
                                                                                << 1U)) 
                                                                                | (1U 
                                                                                & (IData)(
                                                                                (vlSelfRef.harness__DOT__engine__DOT__post__DOT__product_0 
                                                                                >> 0x00000035U))))) 
                                                                            << 5U)) 
                                                                        | ((((4U 
                                                                              & ((IData)(
                                                                                (vlSelfRef.harness__DOT__engine__DOT__post__DOT__product_0 
                                                                                >> 0x00000035U)) 
                                                                                << 2U)) 
                                                                             | ((2U 
                                                                                & ((IData)(
                                                                                (vlSelfRef.harness__DOT__engine__DOT__post__DOT__product_0 
                                                                                >> 0x00000035U)) 
                                                                                << 1U)) 
                                                                                | (1U 
                                                                                & (IData)(
                                                                                (vlSelfRef.harness__DOT__engine__DOT__post__DOT__product_0 
                                                                                >> 0x00000035U))))) 
                                                                            << 2U) 
                                                                           | ((2U 
                                                                               & ((IData)(
                                                                                (vlSelfRef.harness__DOT__engine__DOT__post__DOT__product_0 
                                                                                >> 0x00000035U)) 
                                                                                << 1U)) 
                                                                              | (1U 
                                                                                & (IData)(
                                                                                (vlSelfRef.harness__DOT__engine__DOT__post__DOT__product_0 
                                                                                >> 0x00000035U))))))))) 
                                                    << 0x00000020U) 
                                                   | (QData)((IData)(
                                                                     (((((4U 
                                                                          & ((IData)(
                                                                                (vlSelfRef.harness__DOT__engine__DOT__post__DOT__product_0 
                                                                                >> 0x00000035U)) 
                                                                             << 2U)) 
                                                                         | ((2U 
                                                                             & ((IData)(
                                                                                (vlSelfRef.harness__DOT__engine__DOT__post__DOT__product_0 
                                                                                >> 0x00000035U)) 
                                                                                << 1U)) 
                                                                            | (1U 
                                                                               & (IData)(
                                                                                (vlSelfRef.harness__DOT__engine__DOT__post__DOT__product_0 
                                                                                >> 0x00000035U))))) 
                                                                        << 0x0000001dU) 
                                                                       | (((2U 
                                                                            & ((IData)(
                                                                                (vlSelfRef.harness__DOT__engine__DOT__post__DOT__product_0 
                                                                                >> 0x00000035U)) 
                                                                               << 1U)) 
                                                                           | (1U 
                                                                              & (IData)(
                                                                                (vlSelfRef.harness__DOT__engine__DOT__post__DOT__product_0 
                                                                                >> 0x00000035U)))) 
                                                                          << 0x0000001bU)) 
                                                                      | ((((2U 
                                                                            & ((IData)(
                                                                                (vlSelfRef.harness__DOT__engine__DOT__post__DOT__product_0 
                                                                                >> 0x00000035U)) 
                                                                               << 1U)) 
                                                                           | (1U 
                                                                              & (IData)(
                                                                                (vlSelfRef.harness__DOT__engine__DOT__post__DOT__product_0 
                                                                                >> 0x00000035U)))) 
                                                                          << 0x00000019U) 
                                                                         | ((0x01000000U 
                                                                             & ((IData)(
                                                                                (vlSelfRef.harness__DOT__engine__DOT__post__DOT__product_0 
                                                                                >> 0x00000035U)) 
                                                                                << 0x00000018U)) 
                                                                            | ((0x00800000U 
                                                                                & ((IData)(
                                                                                (vlSelfRef.harness__DOT__engine__DOT__post__DOT__product_0 
                                                                                >> 0x00000035U)) 
                                                                                << 0x00000017U)) 
                                                                               | (0x007fffffU 
                                                                                & (IData)(
                                                                                (vlSelfRef.harness__DOT__engine__DOT__post__DOT__product_0 
                                                                                >> 0x0000001fU))))))))))) 
                                    + VL_EXTENDS_QI(55,2, 
                                                    (1U 
                                                     & (IData)(
                                                               (vlSelfRef.harness__DOT__engine__DOT__post__DOT__product_0 
                                                                >> 0x0000001eU))))));
    vlSelfRef.__VdfgRegularize_h6e95ff9d_0_11 = (0x0000003fU 
                                                 & ((3U 
                                                     & (vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT___0_ 
                                                        >> 0x0000000fU)) 
                                                    + (IData)(vlSelfRef.harness__DOT__engine__DOT__y)));
    vlSelfRef.__VdfgRegularize_h6e95ff9d_0_12 = (0x0000003fU 
                                                 & ((3U 
                                                     & (vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT___0_ 
                                                        >> 0x00000011U)) 
                                                    + (IData)(vlSelfRef.harness__DOT__engine__DOT__x)));
    __Vtableidx91 = vlSelfRef.harness__DOT__engine__DOT__source__DOT__layer;
    harness__DOT__engine__DOT__source__DOT____02412 
        = Vtop__ConstPool__TABLE_hc235d7ff_0[__Vtableidx91];
    __Vtableidx92 = vlSelfRef.harness__DOT__engine__DOT__source__DOT__layer;
    harness__DOT__engine__DOT__source__DOT____02413 
        = Vtop__ConstPool__TABLE_h45c368fe_0[__Vtableidx92];
    __Vtableidx93 = vlSelfRef.harness__DOT__engine__DOT__source__DOT__layer;
    harness__DOT__engine__DOT__source__DOT____02414 
        = Vtop__ConstPool__TABLE_h5f5b73a4_0[__Vtableidx93];
    harness__DOT__engine__DOT__source__DOT____02421 
        = ((IData)(vlSelfRef.harness__DOT__engine__DOT__source__DOT__group) 
           == (IData)(vlSelfRef.harness__DOT__engine__DOT__source__DOT__held__02428));
    harness__DOT__engine__DOT__source__DOT____02419 
        = ((IData)(vlSelfRef.harness__DOT__engine__DOT__source__DOT__burst) 
           != (IData)(vlSelfRef.harness__DOT__engine__DOT__source__DOT__held__02425));
    harness__DOT__engine__DOT__post__DOT____024122 
        = ((- (IData)((1U & (IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__joint_operand_0)))) 
           & vlSelfRef.harness__DOT__engine__DOT__post__DOT__joint_factor);
    harness__DOT__engine__DOT__post__DOT____024132 
        = ((- (IData)((1U & ((IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__joint_operand_0) 
                             >> 4U)))) & vlSelfRef.harness__DOT__engine__DOT__post__DOT__joint_factor);
    harness__DOT__engine__DOT__w = ((0x0000ff00U & 
                                     ((vlSelfRef.harness__DOT__engine__DOT__upcoming[1U] 
                                       << 0x0000000fU) 
                                      | (0x00007f00U 
                                         & (vlSelfRef.harness__DOT__engine__DOT__upcoming[0U] 
                                            >> 0x00000011U)))) 
                                    | (0x000000ffU 
                                       & (vlSelfRef.harness__DOT__engine__DOT__upcoming[0U] 
                                          >> 9U)));
    harness__DOT__engine__DOT__w__02466 = ((0x0000ff00U 
                                            & ((vlSelfRef.harness__DOT__engine__DOT__upcoming[2U] 
                                                << 0x0000000fU) 
                                               | (0x00007f00U 
                                                  & (vlSelfRef.harness__DOT__engine__DOT__upcoming[1U] 
                                                     >> 0x00000011U)))) 
                                           | (0x000000ffU 
                                              & (vlSelfRef.harness__DOT__engine__DOT__upcoming[1U] 
                                                 >> 9U)));
    harness__DOT__engine__DOT__w__02469 = ((0x0000ff00U 
                                            & ((vlSelfRef.harness__DOT__engine__DOT__upcoming[3U] 
                                                << 0x0000000fU) 
                                               | (0x00007f00U 
                                                  & (vlSelfRef.harness__DOT__engine__DOT__upcoming[2U] 
                                                     >> 0x00000011U)))) 
                                           | (0x000000ffU 
                                              & (vlSelfRef.harness__DOT__engine__DOT__upcoming[2U] 
                                                 >> 9U)));
    harness__DOT__engine__DOT__w__02472 = ((0x0000ff00U 
                                            & ((vlSelfRef.harness__DOT__engine__DOT__upcoming[4U] 
                                                << 0x0000000fU) 
                                               | (0x00007f00U 
                                                  & (vlSelfRef.harness__DOT__engine__DOT__upcoming[3U] 
                                                     >> 0x00000011U)))) 
                                           | (0x000000ffU 
                                              & (vlSelfRef.harness__DOT__engine__DOT__upcoming[3U] 
                                                 >> 9U)));
    harness__DOT__engine__DOT__w__02475 = ((0x0000ff00U 
                                            & (vlSelfRef.harness__DOT__engine__DOT__upcoming[1U] 
                                               << 7U)) 
                                           | (0x000000ffU 
                                              & (vlSelfRef.harness__DOT__engine__DOT__upcoming[0U] 
                                                 >> 0x00000011U)));
    harness__DOT__engine__DOT__w__02478 = ((0x0000ff00U 
                                            & (vlSelfRef.harness__DOT__engine__DOT__upcoming[2U] 
                                               << 7U)) 
                                           | (0x000000ffU 
                                              & (vlSelfRef.harness__DOT__engine__DOT__upcoming[1U] 
                                                 >> 0x00000011U)));
    harness__DOT__engine__DOT__w__02481 = ((0x0000ff00U 
                                            & (vlSelfRef.harness__DOT__engine__DOT__upcoming[3U] 
                                               << 7U)) 
                                           | (0x000000ffU 
                                              & (vlSelfRef.harness__DOT__engine__DOT__upcoming[2U] 
                                                 >> 0x00000011U)));
    harness__DOT__engine__DOT__w__02484 = ((0x0000ff00U 
                                            & (vlSelfRef.harness__DOT__engine__DOT__upcoming[4U] 
                                               << 7U)) 
                                           | (0x000000ffU 
                                              & (vlSelfRef.harness__DOT__engine__DOT__upcoming[3U] 
                                                 >> 0x00000011U)));
    harness__DOT__engine__DOT__post__DOT__issue = (
                                                   (~ (IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__turn)) 
                                                   & (0U 
                                                      != (IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__waiting)));
    harness__DOT__engine__DOT__source__DOT__decoder_0__DOT____0242 
        = ((IData)(vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT__index) 
           == (0x000001ffU & ((IData)(vlSelfRef.harness__DOT__engine__DOT__source__DOT__count) 
                              - (IData)(1U))));
    harness__DOT__engine__DOT__post__DOT____02470 = 
        ((0x00800000U & (vlSelfRef.harness__DOT__engine__DOT__post__DOT__sum_0 
                         << 1U)) | vlSelfRef.harness__DOT__engine__DOT__post__DOT__sum_0);
    harness__DOT__engine__DOT__source__DOT__o___05Fready 
        = (1U & ((7U != (IData)(vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT__gearbox__DOT__level)) 
                 | (~ (IData)(vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____024signal))));
    harness__DOT__engine__DOT__sequencer__DOT____02422 
        = ((~ (IData)(vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____024signal)) 
           & ((IData)(vlSelfRef.harness__DOT__engine__DOT__source__DOT__i___05Fvalid) 
              & (7U == (IData)(vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT__gearbox__DOT__level))));
    harness__DOT__engine__DOT__residual_data = (0x0000ffffU 
                                                & ((IData)(vlSelfRef.harness__DOT__engine__DOT__activations__DOT__pair_0__DOT__wrote)
                                                    ? 
                                                   (~ (IData)(vlSelfRef.harness__DOT__engine__DOT__activations__DOT__pair_0__DOT___0_))
                                                    : (IData)(vlSelfRef.harness__DOT__engine__DOT__activations__DOT__pair_0__DOT___0_)));
    vlSelfRef.harness__DOT__engine__DOT__product_0__DOT__kept_1 
        = vlSelfRef.harness__DOT__engine__DOT__product_0__DOT____0244;
    vlSelfRef.harness__DOT__engine__DOT__product_0__DOT__kept_0 
        = vlSelfRef.harness__DOT__engine__DOT__product_0__DOT____0243;
    vlSelfRef.harness__DOT__engine__DOT__product_1__DOT__kept_1 
        = vlSelfRef.harness__DOT__engine__DOT__product_1__DOT____0244;
    vlSelfRef.harness__DOT__engine__DOT__product_1__DOT__kept_0 
        = vlSelfRef.harness__DOT__engine__DOT__product_1__DOT____0243;
    vlSelfRef.harness__DOT__engine__DOT__product_2__DOT__kept_1 
        = vlSelfRef.harness__DOT__engine__DOT__product_2__DOT____0244;
    vlSelfRef.harness__DOT__engine__DOT__product_2__DOT__kept_0 
        = vlSelfRef.harness__DOT__engine__DOT__product_2__DOT____0243;
    vlSelfRef.harness__DOT__engine__DOT__product_3__DOT__kept_1 
        = vlSelfRef.harness__DOT__engine__DOT__product_3__DOT____0244;
    vlSelfRef.harness__DOT__engine__DOT__product_3__DOT__kept_0 
        = vlSelfRef.harness__DOT__engine__DOT__product_3__DOT____0243;
    vlSelfRef.harness__DOT__engine__DOT____02421 = 
        (0x0003ffffU & (VL_EXTENDS_II(18,16, (0x0000ffffU 
                                              & vlSelfRef.harness__DOT__engine__DOT__p)) 
                        + VL_EXTENDS_II(18,16, (0x0000ffffU 
                                                & vlSelfRef.harness__DOT__engine__DOT__p__024117))));
    vlSelfRef.harness__DOT__engine__DOT____02423 = 
        (0x0003ffffU & (VL_EXTENDS_II(18,16, (vlSelfRef.harness__DOT__engine__DOT__p 
                                              >> 0x00000010U)) 
                        + VL_EXTENDS_II(18,16, (vlSelfRef.harness__DOT__engine__DOT__p__024117 
                                                >> 0x00000010U))));
    vlSelfRef.harness__DOT__engine__DOT__product_4__DOT__kept_1 
        = vlSelfRef.harness__DOT__engine__DOT__product_4__DOT____0244;
    vlSelfRef.harness__DOT__engine__DOT__product_4__DOT__kept_0 
        = vlSelfRef.harness__DOT__engine__DOT__product_4__DOT____0243;
    vlSelfRef.harness__DOT__engine__DOT____02425 = 
        (0x0003ffffU & (VL_EXTENDS_II(18,16, (0x0000ffffU 
                                              & vlSelfRef.harness__DOT__engine__DOT__p__024118)) 
                        + VL_EXTENDS_II(18,16, (0x0000ffffU 
                                                & vlSelfRef.harness__DOT__engine__DOT__p__024119))));
    vlSelfRef.harness__DOT__engine__DOT____02427 = 
        (0x0003ffffU & (VL_EXTENDS_II(18,16, (vlSelfRef.harness__DOT__engine__DOT__p__024118 
                                              >> 0x00000010U)) 
                        + VL_EXTENDS_II(18,16, (vlSelfRef.harness__DOT__engine__DOT__p__024119 
                                                >> 0x00000010U))));
    vlSelfRef.harness__DOT__engine__DOT__product_5__DOT__kept_1 
        = vlSelfRef.harness__DOT__engine__DOT__product_5__DOT____0244;
    vlSelfRef.harness__DOT__engine__DOT__product_5__DOT__kept_0 
        = vlSelfRef.harness__DOT__engine__DOT__product_5__DOT____0243;
    vlSelfRef.harness__DOT__engine__DOT____02429 = 
        (0x0003ffffU & (VL_EXTENDS_II(18,16, (0x0000ffffU 
                                              & vlSelfRef.harness__DOT__engine__DOT__p__024120)) 
                        + VL_EXTENDS_II(18,16, (0x0000ffffU 
                                                & vlSelfRef.harness__DOT__engine__DOT__p__024121))));
    vlSelfRef.harness__DOT__engine__DOT____02431 = 
        (0x0003ffffU & (VL_EXTENDS_II(18,16, (vlSelfRef.harness__DOT__engine__DOT__p__024120 
                                              >> 0x00000010U)) 
                        + VL_EXTENDS_II(18,16, (vlSelfRef.harness__DOT__engine__DOT__p__024121 
                                                >> 0x00000010U))));
    vlSelfRef.harness__DOT__engine__DOT__product_6__DOT__kept_1 
        = vlSelfRef.harness__DOT__engine__DOT__product_6__DOT____0244;
    vlSelfRef.harness__DOT__engine__DOT__product_6__DOT__kept_0 
        = vlSelfRef.harness__DOT__engine__DOT__product_6__DOT____0243;
    vlSelfRef.harness__DOT__engine__DOT____02433 = 
        (0x0003ffffU & (VL_EXTENDS_II(18,16, (0x0000ffffU 
                                              & vlSelfRef.harness__DOT__engine__DOT__p__024122)) 
                        + VL_EXTENDS_II(18,16, (0x0000ffffU 
                                                & vlSelfRef.harness__DOT__engine__DOT__p__024123))));
    vlSelfRef.harness__DOT__engine__DOT____02435 = 
        (0x0003ffffU & (VL_EXTENDS_II(18,16, (vlSelfRef.harness__DOT__engine__DOT__p__024122 
                                              >> 0x00000010U)) 
                        + VL_EXTENDS_II(18,16, (vlSelfRef.harness__DOT__engine__DOT__p__024123 
                                                >> 0x00000010U))));
    vlSelfRef.harness__DOT__engine__DOT__product_7__DOT__kept_1 
        = vlSelfRef.harness__DOT__engine__DOT__product_7__DOT____0244;
    vlSelfRef.harness__DOT__engine__DOT__product_7__DOT__kept_0 
        = vlSelfRef.harness__DOT__engine__DOT__product_7__DOT____0243;
    harness__DOT__engine__DOT__source__DOT__i___05Fpayload 
        = (0x0000ffffU & ((IData)(vlSelfRef.harness__DOT__engine__DOT__source__DOT__words__DOT__memory__DOT__wrote)
                           ? (~ (IData)(vlSelfRef.harness__DOT__engine__DOT__source__DOT__words__DOT__memory__DOT___0_))
                           : (IData)(vlSelfRef.harness__DOT__engine__DOT__source__DOT__words__DOT__memory__DOT___0_)));
    harness__DOT__engine__DOT__post__DOT____024151 
        = ((IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__valid_7) 
           & ((IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__flags_11) 
              >> 1U));
    vlSelfRef.harness__DOT__engine__DOT__result_bank 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT____024280;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__position 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT____024278;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__member 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT____024276;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__step 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT____024277;
    __Vtableidx1 = vlSelfRef.harness__DOT__engine__DOT__layer;
    vlSelfRef.harness__DOT__engine__DOT__operands__024126__DOT____0246 
        = Vtop__ConstPool__TABLE_hab0b23a0_0[__Vtableidx1];
    __Vtableidx2 = vlSelfRef.harness__DOT__engine__DOT__layer;
    vlSelfRef.harness__DOT__engine__DOT__operands__024126__DOT____0247 
        = Vtop__ConstPool__TABLE_hcc57cb50_0[__Vtableidx2];
    __Vtableidx3 = vlSelfRef.harness__DOT__engine__DOT__layer;
    vlSelfRef.harness__DOT__engine__DOT__operands__024126__DOT____0248 
        = Vtop__ConstPool__TABLE_hbb1563b0_0[__Vtableidx3];
    __Vtableidx4 = vlSelfRef.harness__DOT__engine__DOT__layer;
    vlSelfRef.harness__DOT__engine__DOT__operands__024126__DOT____02411 
        = Vtop__ConstPool__TABLE_hbb1563b0_0[__Vtableidx4];
    __Vtableidx5 = vlSelfRef.harness__DOT__engine__DOT__layer;
    vlSelfRef.harness__DOT__engine__DOT__operands__024126__DOT____02416 
        = Vtop__ConstPool__TABLE_hcc57cb50_0[__Vtableidx5];
    __Vtableidx6 = vlSelfRef.harness__DOT__engine__DOT__layer;
    vlSelfRef.harness__DOT__engine__DOT__operands__024126__DOT____02417 
        = Vtop__ConstPool__TABLE_hbb1563b0_0[__Vtableidx6];
    __Vtableidx7 = vlSelfRef.harness__DOT__engine__DOT__layer;
    vlSelfRef.harness__DOT__engine__DOT__operands__024126__DOT____02420 
        = Vtop__ConstPool__TABLE_hbb1563b0_0[__Vtableidx7];
    __Vtableidx58 = vlSelfRef.harness__DOT__engine__DOT__layer;
    harness__DOT__engine__DOT__sequencer__DOT____0248 
        = Vtop__ConstPool__TABLE_h29078224_0[__Vtableidx58];
    __Vtableidx69 = vlSelfRef.harness__DOT__engine__DOT__layer;
    harness__DOT__engine__DOT__sequencer__DOT____02451 
        = Vtop__ConstPool__TABLE_h4455dce8_0[__Vtableidx69];
    __Vtableidx59 = vlSelfRef.harness__DOT__engine__DOT__layer;
    harness__DOT__engine__DOT__sequencer__DOT____02423 
        = Vtop__ConstPool__TABLE_h17c484a4_0[__Vtableidx59];
    __Vtableidx74 = vlSelfRef.harness__DOT__engine__DOT__layer;
    harness__DOT__engine__DOT__sequencer__DOT____02464 
        = Vtop__ConstPool__TABLE_hc71904a7_0[__Vtableidx74];
    __Vtableidx68 = vlSelfRef.harness__DOT__engine__DOT__layer;
    harness__DOT__engine__DOT__sequencer__DOT____02448 
        = Vtop__ConstPool__TABLE_h782839df_0[__Vtableidx68];
    __Vtableidx60 = vlSelfRef.harness__DOT__engine__DOT__layer;
    harness__DOT__engine__DOT__sequencer__DOT____02433 
        = Vtop__ConstPool__TABLE_h95f4dd35_0[__Vtableidx60];
    __Vtableidx64 = vlSelfRef.harness__DOT__engine__DOT__layer;
    harness__DOT__engine__DOT__sequencer__DOT____02442 
        = Vtop__ConstPool__TABLE_h60cb7b14_0[__Vtableidx64];
    __Vtableidx70 = vlSelfRef.harness__DOT__engine__DOT__layer;
    harness__DOT__engine__DOT__sequencer__DOT____02459 
        = Vtop__ConstPool__TABLE_h60cb7b14_0[__Vtableidx70];
    __Vtableidx61 = vlSelfRef.harness__DOT__engine__DOT__layer;
    harness__DOT__engine__DOT__sequencer__DOT____02436 
        = Vtop__ConstPool__TABLE_h95f4dd35_0[__Vtableidx61];
    __Vtableidx62 = vlSelfRef.harness__DOT__engine__DOT__layer;
    harness__DOT__engine__DOT__sequencer__DOT____02439 
        = Vtop__ConstPool__TABLE_hf362f941_0[__Vtableidx62];
    __Vtableidx63 = vlSelfRef.harness__DOT__engine__DOT__layer;
    harness__DOT__engine__DOT__sequencer__DOT____02440 
        = Vtop__ConstPool__TABLE_hf362f941_0[__Vtableidx63];
    __Vtableidx65 = vlSelfRef.harness__DOT__engine__DOT__layer;
    harness__DOT__engine__DOT__sequencer__DOT____02443 
        = Vtop__ConstPool__TABLE_h60cb7b14_0[__Vtableidx65];
    __Vtableidx66 = vlSelfRef.harness__DOT__engine__DOT__layer;
    harness__DOT__engine__DOT__sequencer__DOT____02444 
        = Vtop__ConstPool__TABLE_hf362f941_0[__Vtableidx66];
    __Vtableidx67 = vlSelfRef.harness__DOT__engine__DOT__layer;
    harness__DOT__engine__DOT__sequencer__DOT____02445 
        = Vtop__ConstPool__TABLE_hf362f941_0[__Vtableidx67];
    __Vtableidx71 = vlSelfRef.harness__DOT__engine__DOT__layer;
    harness__DOT__engine__DOT__sequencer__DOT____02460 
        = Vtop__ConstPool__TABLE_h60cb7b14_0[__Vtableidx71];
    __Vtableidx72 = vlSelfRef.harness__DOT__engine__DOT__layer;
    harness__DOT__engine__DOT__sequencer__DOT____02461 
        = Vtop__ConstPool__TABLE_hf362f941_0[__Vtableidx72];
    __Vtableidx73 = vlSelfRef.harness__DOT__engine__DOT__layer;
    harness__DOT__engine__DOT__sequencer__DOT____02462 
        = Vtop__ConstPool__TABLE_hf362f941_0[__Vtableidx73];
    __Vtableidx88 = vlSelfRef.harness__DOT__engine__DOT__layer;
    harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02436 
        = Vtop__ConstPool__TABLE_hdf3d3f35_0[__Vtableidx88];
    __Vtableidx89 = vlSelfRef.harness__DOT__engine__DOT__layer;
    harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02437 
        = Vtop__ConstPool__TABLE_hdf3d3f35_0[__Vtableidx89];
    __Vtableidx90 = vlSelfRef.harness__DOT__engine__DOT__layer;
    harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02438 
        = Vtop__ConstPool__TABLE_hca93151c_0[__Vtableidx90];
    __Vtableidx83 = vlSelfRef.harness__DOT__engine__DOT__layer;
    harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02419 
        = Vtop__ConstPool__TABLE_h1c9f1358_0[__Vtableidx83];
    __Vtableidx82 = vlSelfRef.harness__DOT__engine__DOT__layer;
    harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02414 
        = Vtop__ConstPool__TABLE_h8f8f32d9_0[__Vtableidx82];
    __Vtableidx84 = vlSelfRef.harness__DOT__engine__DOT__layer;
    harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02424 
        = Vtop__ConstPool__TABLE_h95f68226_0[__Vtableidx84];
    __Vtableidx85 = vlSelfRef.harness__DOT__engine__DOT__layer;
    harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02426 
        = Vtop__ConstPool__TABLE_hdc236d28_0[__Vtableidx85];
    __Vtableidx86 = vlSelfRef.harness__DOT__engine__DOT__layer;
    harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02430 
        = Vtop__ConstPool__TABLE_he13b67c4_0[__Vtableidx86];
    __Vtableidx87 = vlSelfRef.harness__DOT__engine__DOT__layer;
    harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02432 
        = Vtop__ConstPool__TABLE_h6fa9cc7d_0[__Vtableidx87];
    __Vtableidx79 = vlSelfRef.harness__DOT__engine__DOT__layer;
    harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____0241 
        = Vtop__ConstPool__TABLE_h8f8f32d9_0[__Vtableidx79];
    __Vtableidx80 = vlSelfRef.harness__DOT__engine__DOT__layer;
    harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____0244 
        = Vtop__ConstPool__TABLE_h8f8f32d9_0[__Vtableidx80];
    __Vtableidx81 = vlSelfRef.harness__DOT__engine__DOT__layer;
    harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____0247 
        = Vtop__ConstPool__TABLE_h8f8f32d9_0[__Vtableidx81];
    __Vtableidx26 = vlSelfRef.harness__DOT__engine__DOT__post__DOT__layer;
    harness__DOT__engine__DOT__post__DOT____024149 
        = Vtop__ConstPool__TABLE_h31af2640_0[__Vtableidx26];
    __Vtableidx28 = vlSelfRef.harness__DOT__engine__DOT__post__DOT__layer;
    harness__DOT__engine__DOT__post__DOT____024153 
        = Vtop__ConstPool__TABLE_h31af2640_0[__Vtableidx28];
    __Vtableidx41 = vlSelfRef.harness__DOT__engine__DOT__post__DOT__layer;
    harness__DOT__engine__DOT__post__DOT____024206 
        = Vtop__ConstPool__TABLE_h73b4578a_0[__Vtableidx41];
    __Vtableidx46 = vlSelfRef.harness__DOT__engine__DOT__post__DOT__layer;
    harness__DOT__engine__DOT__post__DOT____024233 
        = Vtop__ConstPool__TABLE_h0d743e64_0[__Vtableidx46];
    __Vtableidx47 = vlSelfRef.harness__DOT__engine__DOT__post__DOT__layer;
    harness__DOT__engine__DOT__post__DOT____024234 
        = Vtop__ConstPool__TABLE_h07a9ae1e_0[__Vtableidx47];
    __Vtableidx48 = vlSelfRef.harness__DOT__engine__DOT__post__DOT__layer;
    harness__DOT__engine__DOT__post__DOT____024240 
        = Vtop__ConstPool__TABLE_h2ebfa8f3_0[__Vtableidx48];
    __Vtableidx57 = vlSelfRef.harness__DOT__engine__DOT__post__DOT__layer;
    harness__DOT__engine__DOT__post__DOT____024266 
        = Vtop__ConstPool__TABLE_h31af2640_0[__Vtableidx57];
    __Vtableidx56 = vlSelfRef.harness__DOT__engine__DOT__post__DOT__layer;
    harness__DOT__engine__DOT__post__DOT____024258 
        = Vtop__ConstPool__TABLE_hfa6f210b_0[__Vtableidx56];
    __Vtableidx42 = vlSelfRef.harness__DOT__engine__DOT__post__DOT__layer;
    harness__DOT__engine__DOT__post__DOT____024219 
        = Vtop__ConstPool__TABLE_h14de3c31_0[__Vtableidx42];
    __Vtableidx43 = vlSelfRef.harness__DOT__engine__DOT__post__DOT__layer;
    harness__DOT__engine__DOT__post__DOT____024221 
        = Vtop__ConstPool__TABLE_h14de3c31_0[__Vtableidx43];
    __Vtableidx44 = vlSelfRef.harness__DOT__engine__DOT__post__DOT__layer;
    harness__DOT__engine__DOT__post__DOT____024222 
        = Vtop__ConstPool__TABLE_h8691c8e5_0[__Vtableidx44];
    __Vtableidx45 = vlSelfRef.harness__DOT__engine__DOT__post__DOT__layer;
    harness__DOT__engine__DOT__post__DOT____024224 
        = Vtop__ConstPool__TABLE_h8691c8e5_0[__Vtableidx45];
    __Vtableidx31 = vlSelfRef.harness__DOT__engine__DOT__post__DOT__layer;
    harness__DOT__engine__DOT__post__DOT____024171 
        = Vtop__ConstPool__TABLE_hb64132ff_0[__Vtableidx31];
    __Vtableidx38 = vlSelfRef.harness__DOT__engine__DOT__post__DOT__layer;
    harness__DOT__engine__DOT__post__DOT____024195 
        = Vtop__ConstPool__TABLE_h5469816d_0[__Vtableidx38];
    __Vtableidx39 = vlSelfRef.harness__DOT__engine__DOT__post__DOT__layer;
    harness__DOT__engine__DOT__post__DOT____024197 
        = Vtop__ConstPool__TABLE_h80304e69_0[__Vtableidx39];
    __Vtableidx20 = vlSelfRef.harness__DOT__engine__DOT__post__DOT__layer;
    harness__DOT__engine__DOT__post__DOT____02449 = Vtop__ConstPool__TABLE_h5469816d_0
        [__Vtableidx20];
    __Vtableidx21 = vlSelfRef.harness__DOT__engine__DOT__post__DOT__layer;
    harness__DOT__engine__DOT__post__DOT____02451 = Vtop__ConstPool__TABLE_h80304e69_0
        [__Vtableidx21];
    __Vtableidx22 = vlSelfRef.harness__DOT__engine__DOT__post__DOT__layer;
    harness__DOT__engine__DOT__post__DOT____02456 = Vtop__ConstPool__TABLE_h68d3d3b3_0
        [__Vtableidx22];
    __Vtableidx23 = vlSelfRef.harness__DOT__engine__DOT__post__DOT__layer;
    harness__DOT__engine__DOT__post__DOT____02458 = Vtop__ConstPool__TABLE_h35260446_0
        [__Vtableidx23];
    __Vtableidx24 = vlSelfRef.harness__DOT__engine__DOT__post__DOT__layer;
    harness__DOT__engine__DOT__post__DOT____02459 = Vtop__ConstPool__TABLE_h35260446_0
        [__Vtableidx24];
    __Vtableidx49 = vlSelfRef.harness__DOT__engine__DOT__post__DOT__layer;
    harness__DOT__engine__DOT__post__DOT____024242 
        = Vtop__ConstPool__TABLE_hd3b1783f_0[__Vtableidx49];
    __Vtableidx50 = vlSelfRef.harness__DOT__engine__DOT__post__DOT__layer;
    harness__DOT__engine__DOT__post__DOT____024243 
        = Vtop__ConstPool__TABLE_he83f0d1a_0[__Vtableidx50];
    __Vtableidx51 = vlSelfRef.harness__DOT__engine__DOT__post__DOT__layer;
    harness__DOT__engine__DOT__post__DOT____024246 
        = Vtop__ConstPool__TABLE_hd3b1783f_0[__Vtableidx51];
    __Vtableidx52 = vlSelfRef.harness__DOT__engine__DOT__post__DOT__layer;
    harness__DOT__engine__DOT__post__DOT____024247 
        = Vtop__ConstPool__TABLE_ha965761d_0[__Vtableidx52];
    __Vtableidx53 = vlSelfRef.harness__DOT__engine__DOT__post__DOT__layer;
    harness__DOT__engine__DOT__post__DOT____024248 
        = Vtop__ConstPool__TABLE_he83f0d1a_0[__Vtableidx53];
    __Vtableidx54 = vlSelfRef.harness__DOT__engine__DOT__post__DOT__layer;
    harness__DOT__engine__DOT__post__DOT____024251 
        = Vtop__ConstPool__TABLE_ha965761d_0[__Vtableidx54];
    __Vtableidx55 = vlSelfRef.harness__DOT__engine__DOT__post__DOT__layer;
    harness__DOT__engine__DOT__post__DOT____024252 
        = Vtop__ConstPool__TABLE_he83f0d1a_0[__Vtableidx55];
    __Vtableidx8 = vlSelfRef.harness__DOT__engine__DOT__post__DOT__layer;
    harness__DOT__engine__DOT__post__DOT____0248 = Vtop__ConstPool__TABLE_h5469816d_0
        [__Vtableidx8];
    __Vtableidx9 = vlSelfRef.harness__DOT__engine__DOT__post__DOT__layer;
    harness__DOT__engine__DOT__post__DOT____02410 = Vtop__ConstPool__TABLE_h80304e69_0
        [__Vtableidx9];
    __Vtableidx10 = vlSelfRef.harness__DOT__engine__DOT__post__DOT__layer;
    harness__DOT__engine__DOT__post__DOT____02415 = Vtop__ConstPool__TABLE_h68d3d3b3_0
        [__Vtableidx10];
    __Vtableidx11 = vlSelfRef.harness__DOT__engine__DOT__post__DOT__layer;
    harness__DOT__engine__DOT__post__DOT____02417 = Vtop__ConstPool__TABLE_h35260446_0
        [__Vtableidx11];
    __Vtableidx12 = vlSelfRef.harness__DOT__engine__DOT__post__DOT__layer;
    harness__DOT__engine__DOT__post__DOT____02418 = Vtop__ConstPool__TABLE_h35260446_0
        [__Vtableidx12];
    __Vtableidx13 = vlSelfRef.harness__DOT__engine__DOT__post__DOT__layer;
    harness__DOT__engine__DOT__post__DOT____02425 = Vtop__ConstPool__TABLE_h5469816d_0
        [__Vtableidx13];
    __Vtableidx14 = vlSelfRef.harness__DOT__engine__DOT__post__DOT__layer;
    harness__DOT__engine__DOT__post__DOT____02427 = Vtop__ConstPool__TABLE_h80304e69_0
        [__Vtableidx14];
    __Vtableidx15 = vlSelfRef.harness__DOT__engine__DOT__post__DOT__layer;
    harness__DOT__engine__DOT__post__DOT____02432 = Vtop__ConstPool__TABLE_h68d3d3b3_0
        [__Vtableidx15];
    __Vtableidx16 = vlSelfRef.harness__DOT__engine__DOT__post__DOT__layer;
    harness__DOT__engine__DOT__post__DOT____02434 = Vtop__ConstPool__TABLE_h35260446_0
        [__Vtableidx16];
    __Vtableidx17 = vlSelfRef.harness__DOT__engine__DOT__post__DOT__layer;
    harness__DOT__engine__DOT__post__DOT____02435 = Vtop__ConstPool__TABLE_h35260446_0
        [__Vtableidx17];
    __Vtableidx18 = vlSelfRef.harness__DOT__engine__DOT__post__DOT__layer;
    harness__DOT__engine__DOT__post__DOT____02440 = Vtop__ConstPool__TABLE_h68d3d3b3_0
        [__Vtableidx18];
    __Vtableidx19 = vlSelfRef.harness__DOT__engine__DOT__post__DOT__layer;
    harness__DOT__engine__DOT__post__DOT____02443 = Vtop__ConstPool__TABLE_h5469816d_0
        [__Vtableidx19];
    __Vtableidx29 = vlSelfRef.harness__DOT__engine__DOT__post__DOT__layer;
    harness__DOT__engine__DOT__post__DOT____024164 
        = Vtop__ConstPool__TABLE_h5469816d_0[__Vtableidx29];
    __Vtableidx30 = vlSelfRef.harness__DOT__engine__DOT__post__DOT__layer;
    harness__DOT__engine__DOT__post__DOT____024166 
        = Vtop__ConstPool__TABLE_h80304e69_0[__Vtableidx30];
    __Vtableidx40 = vlSelfRef.harness__DOT__engine__DOT__post__DOT__layer;
    harness__DOT__engine__DOT__post__DOT____024202 
        = Vtop__ConstPool__TABLE_h5469816d_0[__Vtableidx40];
    __Vtableidx37 = vlSelfRef.harness__DOT__engine__DOT__post__DOT__layer;
    harness__DOT__engine__DOT__post__DOT____024192 
        = Vtop__ConstPool__TABLE_h68d3d3b3_0[__Vtableidx37];
    __Vtableidx32 = vlSelfRef.harness__DOT__engine__DOT__post__DOT__layer;
    harness__DOT__engine__DOT__post__DOT____024175 
        = Vtop__ConstPool__TABLE_h5469816d_0[__Vtableidx32];
    __Vtableidx33 = vlSelfRef.harness__DOT__engine__DOT__post__DOT__layer;
    harness__DOT__engine__DOT__post__DOT____024177 
        = Vtop__ConstPool__TABLE_h80304e69_0[__Vtableidx33];
    __Vtableidx34 = vlSelfRef.harness__DOT__engine__DOT__post__DOT__layer;
    harness__DOT__engine__DOT__post__DOT____024182 
        = Vtop__ConstPool__TABLE_h68d3d3b3_0[__Vtableidx34];
    __Vtableidx35 = vlSelfRef.harness__DOT__engine__DOT__post__DOT__layer;
    harness__DOT__engine__DOT__post__DOT____024184 
        = Vtop__ConstPool__TABLE_h35260446_0[__Vtableidx35];
    __Vtableidx36 = vlSelfRef.harness__DOT__engine__DOT__post__DOT__layer;
    harness__DOT__engine__DOT__post__DOT____024185 
        = Vtop__ConstPool__TABLE_h35260446_0[__Vtableidx36];
    __Vtableidx25 = vlSelfRef.harness__DOT__engine__DOT__post__DOT__layer;
    harness__DOT__engine__DOT__post__DOT____024115 
        = Vtop__ConstPool__TABLE_hed4c4d96_0[__Vtableidx25];
    __Vtableidx27 = vlSelfRef.harness__DOT__engine__DOT__post__DOT__layer;
    harness__DOT__engine__DOT__post__DOT____024152 
        = Vtop__ConstPool__TABLE_hfa6f210b_0[__Vtableidx27];
    vlSelfRef.harness__DOT__cycle = __Vdly__harness__DOT__cycle;
    vlSelfRef.harness__DOT__source_state = __Vdly__harness__DOT__source_state;
    vlSelfRef.harness__DOT__sink_state = __Vdly__harness__DOT__sink_state;
    vlSelfRef.harness__DOT__idle = __Vdly__harness__DOT__idle;
    vlSelfRef.harness__DOT__started = __Vdly__harness__DOT__started;
    vlSelfRef.harness__DOT__element = __Vdly__harness__DOT__element;
    vlSelfRef.harness__DOT__position = __Vdly__harness__DOT__position;
    vlSelfRef.wake = __Vdly__wake;
    vlSelfRef.finished = __Vdly__finished;
    vlSelfRef.harness__DOT__loaded = __Vdly__harness__DOT__loaded;
    harness__DOT__engine__DOT__post__DOT__joint_0_1 
        = (0x03ffffffU & ((2U & (IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__joint_operand_0))
                           ? (VL_EXTENDS_II(26,25, 
                                            (0x01ffffffU 
                                             & harness__DOT__engine__DOT__post__DOT____024122)) 
                              + VL_EXTENDS_II(26,25, 
                                              (vlSelfRef.harness__DOT__engine__DOT__post__DOT__joint_factor 
                                               << 1U)))
                           : ((0x02000000U & (harness__DOT__engine__DOT__post__DOT____024122 
                                              << 1U)) 
                              | (0x01ffffffU & harness__DOT__engine__DOT__post__DOT____024122))));
    harness__DOT__engine__DOT__post__DOT__joint_0_5 
        = (0x03ffffffU & ((0x00000020U & (IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__joint_operand_0))
                           ? (VL_EXTENDS_II(26,25, 
                                            (vlSelfRef.harness__DOT__engine__DOT__post__DOT__joint_factor 
                                             << 1U)) 
                              + VL_EXTENDS_II(26,25, 
                                              (0x01ffffffU 
                                               & harness__DOT__engine__DOT__post__DOT____024132)))
                           : ((0x02000000U & (harness__DOT__engine__DOT__post__DOT____024132 
                                              << 1U)) 
                              | (0x01ffffffU & harness__DOT__engine__DOT__post__DOT____024132))));
    harness__DOT__engine__DOT__post__DOT__part_0_0 
        = (0x01ffffffU & (VL_EXTENDS_II(25,24, harness__DOT__engine__DOT__post__DOT____02470) 
                          & (- (IData)((1U & (IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__factor_0))))));
    harness__DOT__engine__DOT__post__DOT__part_0_4 
        = (0x01ffffffU & (VL_EXTENDS_II(25,24, harness__DOT__engine__DOT__post__DOT____02470) 
                          & (- (IData)((1U & ((IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__factor_0) 
                                              >> 4U))))));
    harness__DOT__engine__DOT__post__DOT__part_0_8 
        = (0x01ffffffU & (VL_EXTENDS_II(25,24, harness__DOT__engine__DOT__post__DOT____02470) 
                          & (- (IData)((1U & ((IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__factor_0) 
                                              >> 8U))))));
    harness__DOT__engine__DOT__post__DOT__part_0_12 
        = (0x01ffffffU & (VL_EXTENDS_II(25,24, harness__DOT__engine__DOT__post__DOT____02470) 
                          & (- (IData)((1U & ((IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__factor_0) 
                                              >> 0x0000000cU))))));
    harness__DOT__engine__DOT__source__DOT__words__DOT____024signal 
        = (1U & ((~ (IData)(vlSelfRef.harness__DOT__engine__DOT__source__DOT__i___05Fvalid)) 
                 | (IData)(harness__DOT__engine__DOT__source__DOT__o___05Fready)));
    harness__DOT__engine__DOT__source__DOT__decoder_0__DOT__gearbox__DOT____0242 
        = ((IData)(vlSelfRef.harness__DOT__engine__DOT__source__DOT__i___05Fvalid) 
           & (IData)(harness__DOT__engine__DOT__source__DOT__o___05Fready));
    harness__DOT__engine__DOT__source__DOT____02416 
        = ((IData)(harness__DOT__engine__DOT__source__DOT__decoder_0__DOT____0242) 
           & (IData)(harness__DOT__engine__DOT__sequencer__DOT____02422));
    vlSelfRef.__VdfgRegularize_h6e95ff9d_0_1 = (0x0000ffffU 
                                                & VL_EXTENDS_II(16,8, 
                                                                (0x000000ffU 
                                                                 & ((IData)(vlSelfRef.harness__DOT__engine__DOT__operands__024126__DOT__outside_0)
                                                                     ? (IData)(vlSelfRef.harness__DOT__engine__DOT__operands__024126__DOT__pad)
                                                                     : (IData)(harness__DOT__engine__DOT__residual_data)))));
    vlSelfRef.__VdfgRegularize_h6e95ff9d_0_2 = (0x0000ffffU 
                                                & VL_EXTENDS_II(16,8, 
                                                                (0x000000ffU 
                                                                 & ((IData)(vlSelfRef.harness__DOT__engine__DOT__operands__024126__DOT__outside_1)
                                                                     ? (IData)(vlSelfRef.harness__DOT__engine__DOT__operands__024126__DOT__pad)
                                                                     : 
                                                                    ((IData)(harness__DOT__engine__DOT__residual_data) 
                                                                     >> 8U)))));
    harness__DOT__engine__DOT__i___05Fpayload__02412[0U] 
        = (IData)((((QData)((IData)(vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT____0249)) 
                    << 0x00000029U) | (((QData)((IData)(
                                                        (((IData)(vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT____0248) 
                                                          << 0x00000010U) 
                                                         | (IData)(vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT____0247)))) 
                                        << 9U) | (QData)((IData)(vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT__index)))));
    harness__DOT__engine__DOT__i___05Fpayload__02412[1U] 
        = ((0xfe000000U & harness__DOT__engine__DOT__i___05Fpayload__02412[1U]) 
           | (IData)(((((QData)((IData)(vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT____0249)) 
                        << 0x00000029U) | (((QData)((IData)(
                                                            (((IData)(vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT____0248) 
                                                              << 0x00000010U) 
                                                             | (IData)(vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT____0247)))) 
                                            << 9U) 
                                           | (QData)((IData)(vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT__index)))) 
                      >> 0x00000020U)));
    harness__DOT__engine__DOT__i___05Fpayload__02412[1U] 
        = ((0x01ffffffU & harness__DOT__engine__DOT__i___05Fpayload__02412[1U]) 
           | ((IData)((((QData)((IData)(vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT____02413)) 
                        << 0x00000030U) | (((QData)((IData)(
                                                            (((IData)(vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT____02412) 
                                                              << 0x00000010U) 
                                                             | (IData)(vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT____02411)))) 
                                            << 0x00000010U) 
                                           | (QData)((IData)(vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT____02410))))) 
              << 0x00000019U));
    harness__DOT__engine__DOT__i___05Fpayload__02412[2U] 
        = (((IData)((((QData)((IData)(vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT____02413)) 
                      << 0x00000030U) | (((QData)((IData)(
                                                          (((IData)(vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT____02412) 
                                                            << 0x00000010U) 
                                                           | (IData)(vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT____02411)))) 
                                          << 0x00000010U) 
                                         | (QData)((IData)(vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT____02410))))) 
            >> 7U) | ((IData)(((((QData)((IData)(vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT____02413)) 
                                 << 0x00000030U) | 
                                (((QData)((IData)((
                                                   ((IData)(vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT____02412) 
                                                    << 0x00000010U) 
                                                   | (IData)(vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT____02411)))) 
                                  << 0x00000010U) | (QData)((IData)(vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT____02410)))) 
                               >> 0x00000020U)) << 0x00000019U));
    harness__DOT__engine__DOT__i___05Fpayload__02412[3U] 
        = ((0xfe000000U & harness__DOT__engine__DOT__i___05Fpayload__02412[3U]) 
           | ((IData)(((((QData)((IData)(vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT____02413)) 
                         << 0x00000030U) | (((QData)((IData)(
                                                             (((IData)(vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT____02412) 
                                                               << 0x00000010U) 
                                                              | (IData)(vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT____02411)))) 
                                             << 0x00000010U) 
                                            | (QData)((IData)(vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT____02410)))) 
                       >> 0x00000020U)) >> 7U));
    harness__DOT__engine__DOT__i___05Fpayload__02412[3U] 
        = ((0x01ffffffU & harness__DOT__engine__DOT__i___05Fpayload__02412[3U]) 
           | ((IData)(harness__DOT__engine__DOT__source__DOT__i___05Fpayload) 
              << 0x00000019U));
    harness__DOT__engine__DOT__i___05Fpayload__02412[4U] 
        = (0x000003ffU & ((0x01fffe00U & ((IData)(harness__DOT__engine__DOT__source__DOT__decoder_0__DOT____0242) 
                                          << 9U)) | 
                          ((IData)(harness__DOT__engine__DOT__source__DOT__i___05Fpayload) 
                           >> 7U)));
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____0249 
        = (0x000007ffU & ((IData)(harness__DOT__engine__DOT__sequencer__DOT____0248) 
                          + (0x000001ffU & vlSelfRef.harness__DOT__engine__DOT__upcoming[0U])));
    harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02440 
        = (0x0000ffffU & ((IData)(harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02438) 
                          + (IData)(vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__offset)));
    harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____0242 
        = ((IData)(harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____0241) 
           == (IData)(vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__walk__DOT__counter_0));
    harness__DOT__engine__DOT__sequencer__DOT__walk__DOT__moves_1 
        = (((IData)(vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__walk__DOT__counter_0) 
            == (IData)(harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____0244)) 
           & ((IData)(harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____0247) 
              != (IData)(vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__walk__DOT__counter_1)));
    harness__DOT__engine__DOT__post__DOT____024154 
        = (0x000003ffU & (VL_EXTENDS_II(10,9, (IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__late_0)) 
                          - VL_EXTENDS_II(10,9, (IData)(harness__DOT__engine__DOT__post__DOT____024153))));
    harness__DOT__engine__DOT__post__DOT____024203 
        = ((IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__group) 
           == (IData)(harness__DOT__engine__DOT__post__DOT____024202));
    harness__DOT__engine__DOT__post__DOT____024193 
        = ((IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__burst) 
           == (IData)(harness__DOT__engine__DOT__post__DOT____024192));
    vlSelfRef.harness__DOT__o_valid = ((IData)(harness__DOT__engine__DOT__post__DOT____024152) 
                                       & (IData)(harness__DOT__engine__DOT__post__DOT____024151));
    vlSelfRef.harness__DOT__wake = vlSelfRef.wake;
    vlSelfRef.harness__DOT__fault = vlSelfRef.fault;
    vlSelfRef.harness__DOT__finished = vlSelfRef.finished;
    vlSelfRef.harness__DOT__engine__DOT__source__DOT__words__DOT____0245 
        = ((~ (IData)(vlSelfRef.harness__DOT__loaded)) 
           & (IData)(vlSelfRef.harness__DOT__load_write));
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__fsm_state 
        = vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____02489;
    harness__DOT__engine__DOT__accumulator__DOT____02410 
        = ((IData)(vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__here) 
           == (IData)(vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__recent));
    harness__DOT__engine__DOT__accumulator__DOT____0243 
        = (IData)((5U == (5U & (IData)(vlSelfRef.harness__DOT__engine__DOT__control_3))));
    vlSelfRef.harness__DOT__engine__DOT__control_2 
        = ((IData)(vlSelfRef.harness__DOT__engine__DOT__control_1) 
           & (- (IData)((1U & (~ (IData)(vlSelfRef.harness__DOT__rst))))));
    harness__DOT__engine__DOT__post__DOT____024127 
        = (0x0fffffffU & ((4U & (IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__joint_operand_0))
                           ? (VL_EXTENDS_II(28,26, harness__DOT__engine__DOT__post__DOT__joint_0_1) 
                              + VL_EXTENDS_II(28,27, 
                                              (vlSelfRef.harness__DOT__engine__DOT__post__DOT__joint_factor 
                                               << 2U)))
                           : ((0x08000000U & (harness__DOT__engine__DOT__post__DOT__joint_0_1 
                                              << 2U)) 
                              | ((0x04000000U & (harness__DOT__engine__DOT__post__DOT__joint_0_1 
                                                 << 1U)) 
                                 | harness__DOT__engine__DOT__post__DOT__joint_0_1))));
    harness__DOT__engine__DOT__post__DOT____024137 
        = (0x0fffffffU & ((0x00000040U & (IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__joint_operand_0))
                           ? (VL_EXTENDS_II(28,27, 
                                            (vlSelfRef.harness__DOT__engine__DOT__post__DOT__joint_factor 
                                             << 2U)) 
                              + VL_EXTENDS_II(28,26, harness__DOT__engine__DOT__post__DOT__joint_0_5))
                           : ((0x08000000U & (harness__DOT__engine__DOT__post__DOT__joint_0_5 
                                              << 2U)) 
                              | ((0x04000000U & (harness__DOT__engine__DOT__post__DOT__joint_0_5 
                                                 << 1U)) 
                                 | harness__DOT__engine__DOT__post__DOT__joint_0_5))));
    harness__DOT__engine__DOT__post__DOT__part_0_1 
        = (0x03ffffffU & ((2U & (IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__factor_0))
                           ? (VL_EXTENDS_II(26,25, harness__DOT__engine__DOT__post__DOT__part_0_0) 
                              + VL_EXTENDS_II(26,24, 
                                              (vlSelfRef.harness__DOT__engine__DOT__post__DOT__sum_0 
                                               << 1U)))
                           : ((0x02000000U & (harness__DOT__engine__DOT__post__DOT__part_0_0 
                                              << 1U)) 
                              | harness__DOT__engine__DOT__post__DOT__part_0_0)));
    harness__DOT__engine__DOT__post__DOT__part_0_5 
        = (0x03ffffffU & ((0x00000020U & (IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__factor_0))
                           ? (VL_EXTENDS_II(26,24, 
                                            (vlSelfRef.harness__DOT__engine__DOT__post__DOT__sum_0 
                                             << 1U)) 
                              + VL_EXTENDS_II(26,25, harness__DOT__engine__DOT__post__DOT__part_0_4))
                           : ((0x02000000U & (harness__DOT__engine__DOT__post__DOT__part_0_4 
                                              << 1U)) 
                              | harness__DOT__engine__DOT__post__DOT__part_0_4)));
    harness__DOT__engine__DOT__post__DOT__part_0_9 
        = (0x03ffffffU & ((0x00000200U & (IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__factor_0))
                           ? (VL_EXTENDS_II(26,24, 
                                            (vlSelfRef.harness__DOT__engine__DOT__post__DOT__sum_0 
                                             << 1U)) 
                              + VL_EXTENDS_II(26,25, harness__DOT__engine__DOT__post__DOT__part_0_8))
                           : ((0x02000000U & (harness__DOT__engine__DOT__post__DOT__part_0_8 
                                              << 1U)) 
                              | harness__DOT__engine__DOT__post__DOT__part_0_8)));
    harness__DOT__engine__DOT__post__DOT__part_0_13 
        = (0x03ffffffU & ((0x00002000U & (IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__factor_0))
                           ? (VL_EXTENDS_II(26,24, 
                                            (vlSelfRef.harness__DOT__engine__DOT__post__DOT__sum_0 
                                             << 1U)) 
                              + VL_EXTENDS_II(26,25, harness__DOT__engine__DOT__post__DOT__part_0_12))
                           : ((0x02000000U & (harness__DOT__engine__DOT__post__DOT__part_0_12 
                                              << 1U)) 
                              | harness__DOT__engine__DOT__post__DOT__part_0_12)));
    vlSelfRef.harness__DOT__engine__DOT__source__DOT__words__DOT____Vcellinp__memory__address 
        = (0x0000ffffU & ((IData)(vlSelfRef.harness__DOT__loaded)
                           ? ((IData)(harness__DOT__engine__DOT__source__DOT__words__DOT____024signal)
                               ? (IData)(vlSelfRef.harness__DOT__engine__DOT__source__DOT__words__DOT____024like)
                               : (IData)(vlSelfRef.harness__DOT__engine__DOT__source__DOT__words__DOT__latest))
                           : (vlSelfRef.harness__DOT__load_address 
                              >> 1U)));
    harness__DOT__engine__DOT__source__DOT__words__DOT____0249 
        = (0x0001ffffU & ((IData)(harness__DOT__engine__DOT__source__DOT__decoder_0__DOT__gearbox__DOT____0242) 
                          + (IData)(vlSelfRef.harness__DOT__engine__DOT__source__DOT__words__DOT__taken)));
    harness__DOT__engine__DOT__source__DOT__mark = 0U;
    harness__DOT__engine__DOT__source__DOT__advance = 0U;
    harness__DOT__engine__DOT__source__DOT__rewind = 0U;
    harness__DOT__engine__DOT__source__DOT__restart = 0U;
    if (harness__DOT__engine__DOT__source__DOT____02416) {
        if ((1U & (~ (IData)(harness__DOT__engine__DOT__source__DOT____02419)))) {
            harness__DOT__engine__DOT__source__DOT__mark 
                = (1U & (~ ((IData)(harness__DOT__engine__DOT__source__DOT____02421) 
                            & (0x0aU == (IData)(vlSelfRef.harness__DOT__engine__DOT__source__DOT__layer)))));
            if (harness__DOT__engine__DOT__source__DOT____02421) {
                harness__DOT__engine__DOT__source__DOT__advance = 1U;
                harness__DOT__engine__DOT__source__DOT__restart 
                    = (0x0aU == (IData)(vlSelfRef.harness__DOT__engine__DOT__source__DOT__layer));
            }
        }
        if (harness__DOT__engine__DOT__source__DOT____02419) {
            harness__DOT__engine__DOT__source__DOT__rewind = 1U;
        }
    }
    if ((1U & (~ (IData)(vlSelfRef.harness__DOT__loaded)))) {
        harness__DOT__engine__DOT__source__DOT__restart = 1U;
    }
    harness__DOT__engine__DOT__source__DOT__decoder_0__DOT__clear = 0U;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT____02465 
        = (0x000003ffU & ((IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__step) 
                          + (IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__start)));
    harness__DOT__engine__DOT__post__DOT____024169 
        = ((0x0000001fU & ((((IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__group) 
                             == (IData)(harness__DOT__engine__DOT__post__DOT____024164))
                             ? (IData)(harness__DOT__engine__DOT__post__DOT____024166)
                             : 8U) - (IData)(1U))) 
           == (IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__step));
    harness__DOT__engine__DOT__post__DOT____024189 
        = ((~ (IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__member)) 
           & (((0x0000001fU & ((((IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__burst) 
                                 == (IData)(harness__DOT__engine__DOT__post__DOT____024182))
                                 ? (IData)(harness__DOT__engine__DOT__post__DOT____024184)
                                 : (IData)(harness__DOT__engine__DOT__post__DOT____024185)) 
                               - (IData)(1U))) == (IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__position)) 
              & ((0x0000001fU & ((((IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__group) 
                                   == (IData)(harness__DOT__engine__DOT__post__DOT____024175))
                                   ? (IData)(harness__DOT__engine__DOT__post__DOT____024177)
                                   : 8U) - (IData)(1U))) 
                 == (IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__step))));
    harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02412 
        = (0x0000003fU & (((IData)(1U) + (IData)(vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__walk__DOT__counter_0)) 
                          & (- (IData)((1U & (~ (IData)(harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____0242)))))));
    if (harness__DOT__engine__DOT__sequencer__DOT__walk__DOT__moves_1) {
        harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02423 
            = (0x0000007fU & ((IData)(harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02419) 
                              + (IData)(vlSelfRef.harness__DOT__engine__DOT__y)));
        harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02418 
            = (0x0000003fU & ((IData)(1U) + (IData)(vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__walk__DOT__counter_1)));
        harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02429 
            = (0x000000ffU & (VL_EXTENDS_II(8,7, (IData)(vlSelfRef.harness__DOT__engine__DOT__x)) 
                              + VL_EXTENDS_II(8,6, (IData)(harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02424))));
        harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02435 
            = (0x0000ffffU & ((IData)(harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02430) 
                              + (IData)(vlSelfRef.harness__DOT__engine__DOT__base)));
    } else {
        harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02423 
            = (0x0000007fU & (IData)(vlSelfRef.harness__DOT__engine__DOT__y));
        harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02418 
            = (0x0000003fU & ((IData)(vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__walk__DOT__counter_1) 
                              & (- (IData)(((IData)(vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__walk__DOT__counter_0) 
                                            != (IData)(harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02414))))));
        harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02429 
            = (0x000000ffU & (0x0000007fU & ((IData)(harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____0242)
                                              ? (IData)(vlSelfRef.harness__DOT__engine__DOT__x)
                                              : ((IData)(harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02426) 
                                                 + (IData)(vlSelfRef.harness__DOT__engine__DOT__x)))));
        harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02435 
            = (0x0000ffffU & ((IData)(harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____0242)
                               ? (IData)(vlSelfRef.harness__DOT__engine__DOT__base)
                               : ((IData)(harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02432) 
                                  + (IData)(vlSelfRef.harness__DOT__engine__DOT__base))));
    }
    vlSelfRef.harness__DOT__o_payload = (((((2U & ((IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__flags_11) 
                                                   >> 2U)) 
                                            | (1U & 
                                               ((IData)(harness__DOT__engine__DOT__post__DOT____024154) 
                                                >> 9U))) 
                                           << 0x0000000fU) 
                                          | (((2U & 
                                               ((IData)(harness__DOT__engine__DOT__post__DOT____024154) 
                                                >> 8U)) 
                                              | (1U 
                                                 & ((IData)(harness__DOT__engine__DOT__post__DOT____024154) 
                                                    >> 9U))) 
                                             << 0x0000000dU)) 
                                         | ((0x00001000U 
                                             & ((IData)(harness__DOT__engine__DOT__post__DOT____024154) 
                                                << 3U)) 
                                            | ((0x00000800U 
                                                & ((IData)(harness__DOT__engine__DOT__post__DOT____024154) 
                                                   << 2U)) 
                                               | ((0x00000400U 
                                                   & ((IData)(harness__DOT__engine__DOT__post__DOT____024154) 
                                                      << 1U)) 
                                                  | (IData)(harness__DOT__engine__DOT__post__DOT____024154)))));
    vlSelfRef.harness__DOT__engine__DOT__enable = (1U 
                                                   & ((~ (IData)(vlSelfRef.harness__DOT__o_valid)) 
                                                      | (IData)(vlSelfRef.harness__DOT__o_ready)));
    vlSelfRef.harness__DOT__engine__DOT__source__DOT__words__DOT__write 
        = (3U & (((IData)(1U) << (1U & vlSelfRef.harness__DOT__load_address)) 
                 & (- (IData)((IData)(vlSelfRef.harness__DOT__engine__DOT__source__DOT__words__DOT____0245)))));
    vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__total[0U] 
        = ((0xff800000U & vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__total[0U]) 
           | (0x007fffffU & ((0x00ffffffU & VL_EXTENDS_II(24,23, 
                                                          (0x007fffffU 
                                                           & (((IData)(harness__DOT__engine__DOT__accumulator__DOT____02410)
                                                                ? vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__latest[0U]
                                                                : vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT___1_[0U]) 
                                                              & (- (IData)(
                                                                           (1U 
                                                                            & (~ 
                                                                               ((IData)(vlSelfRef.harness__DOT__engine__DOT__control_3) 
                                                                                >> 1U))))))))) 
                             + (0x00ffffffU & VL_EXTENDS_II(24,23, 
                                                            (0x007fffffU 
                                                             & vlSelfRef.harness__DOT__engine__DOT__sums[0U]))))));
    vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__total[0U] 
        = ((0x007fffffU & vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__total[0U]) 
           | (((0x00ffffffU & VL_EXTENDS_II(24,23, 
                                            (0x007fffffU 
                                             & (((IData)(harness__DOT__engine__DOT__accumulator__DOT____02410)
                                                  ? 
                                                 ((vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__latest[1U] 
                                                   << 9U) 
                                                  | (vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__latest[0U] 
                                                     >> 0x00000017U))
                                                  : 
                                                 ((vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT___1_[1U] 
                                                   << 9U) 
                                                  | (vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT___1_[0U] 
                                                     >> 0x00000017U))) 
                                                & (- (IData)(
                                                             (1U 
                                                              & (~ 
                                                                 ((IData)(vlSelfRef.harness__DOT__engine__DOT__control_3) 
                                                                  >> 1U))))))))) 
               + (0x00ffffffU & VL_EXTENDS_II(24,23, 
                                              (0x007fffffU 
                                               & ((vlSelfRef.harness__DOT__engine__DOT__sums[1U] 
                                                   << 9U) 
                                                  | (vlSelfRef.harness__DOT__engine__DOT__sums[0U] 
                                                     >> 0x00000017U)))))) 
              << 0x00000017U));
    vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__total[1U] 
        = ((0xffffc000U & vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__total[1U]) 
           | (0x00003fffU & (((0x00ffffffU & VL_EXTENDS_II(24,23, 
                                                           (0x007fffffU 
                                                            & (((IData)(harness__DOT__engine__DOT__accumulator__DOT____02410)
                                                                 ? 
                                                                ((vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__latest[1U] 
                                                                  << 9U) 
                                                                 | (vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__latest[0U] 
                                                                    >> 0x00000017U))
                                                                 : 
                                                                ((vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT___1_[1U] 
                                                                  << 9U) 
                                                                 | (vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT___1_[0U] 
                                                                    >> 0x00000017U))) 
                                                               & (- (IData)(
                                                                            (1U 
                                                                             & (~ 
                                                                                ((IData)(vlSelfRef.harness__DOT__engine__DOT__control_3) 
                                                                                >> 1U))))))))) 
                              + (0x00ffffffU & VL_EXTENDS_II(24,23, 
                                                             (0x007fffffU 
                                                              & ((vlSelfRef.harness__DOT__engine__DOT__sums[1U] 
                                                                  << 9U) 
                                                                 | (vlSelfRef.harness__DOT__engine__DOT__sums[0U] 
                                                                    >> 0x00000017U)))))) 
                             >> 9U)));
    vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__total[1U] 
        = ((0x00003fffU & vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__total[1U]) 
           | (((0x00ffffffU & VL_EXTENDS_II(24,23, 
                                            (0x007fffffU 
                                             & (((IData)(harness__DOT__engine__DOT__accumulator__DOT____02410)
                                                  ? 
                                                 ((vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__latest[2U] 
                                                   << 0x00000012U) 
                                                  | (vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__latest[1U] 
                                                     >> 0x0000000eU))
                                                  : 
                                                 ((vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT___1_[2U] 
                                                   << 0x00000012U) 
                                                  | (vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT___1_[1U] 
                                                     >> 0x0000000eU))) 
                                                & (- (IData)(
                                                             (1U 
                                                              & (~ 
                                                                 ((IData)(vlSelfRef.harness__DOT__engine__DOT__control_3) 
                                                                  >> 1U))))))))) 
               + (0x00ffffffU & VL_EXTENDS_II(24,23, 
                                              (0x007fffffU 
                                               & ((vlSelfRef.harness__DOT__engine__DOT__sums[2U] 
                                                   << 0x00000012U) 
                                                  | (vlSelfRef.harness__DOT__engine__DOT__sums[1U] 
                                                     >> 0x0000000eU)))))) 
              << 0x0000000eU));
    vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__total[2U] 
        = ((0xffffffe0U & vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__total[2U]) 
           | (0x0000001fU & (((0x00ffffffU & VL_EXTENDS_II(24,23, 
                                                           (0x007fffffU 
                                                            & (((IData)(harness__DOT__engine__DOT__accumulator__DOT____02410)
                                                                 ? 
                                                                ((vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__latest[2U] 
                                                                  << 0x00000012U) 
                                                                 | (vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__latest[1U] 
                                                                    >> 0x0000000eU))
                                                                 : 
                                                                ((vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT___1_[2U] 
                                                                  << 0x00000012U) 
                                                                 | (vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT___1_[1U] 
                                                                    >> 0x0000000eU))) 
                                                               & (- (IData)(
                                                                            (1U 
                                                                             & (~ 
                                                                                ((IData)(vlSelfRef.harness__DOT__engine__DOT__control_3) 
                                                                                >> 1U))))))))) 
                              + (0x00ffffffU & VL_EXTENDS_II(24,23, 
                                                             (0x007fffffU 
                                                              & ((vlSelfRef.harness__DOT__engine__DOT__sums[2U] 
                                                                  << 0x00000012U) 
                                                                 | (vlSelfRef.harness__DOT__engine__DOT__sums[1U] 
                                                                    >> 0x0000000eU)))))) 
                             >> 0x00000012U)));
    vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__total[2U] 
        = ((0xf000001fU & vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__total[2U]) 
           | (0x0fffffe0U & (((0x00ffffffU & VL_EXTENDS_II(24,23, 
                                                           (0x007fffffU 
                                                            & (((IData)(harness__DOT__engine__DOT__accumulator__DOT____02410)
                                                                 ? 
                                                                ((vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__latest[2U] 
                                                                  << 0x0000001bU) 
                                                                 | (vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__latest[2U] 
                                                                    >> 5U))
                                                                 : 
                                                                ((vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT___1_[2U] 
                                                                  << 0x0000001bU) 
                                                                 | (vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT___1_[2U] 
                                                                    >> 5U))) 
                                                               & (- (IData)(
                                                                            (1U 
                                                                             & (~ 
                                                                                ((IData)(vlSelfRef.harness__DOT__engine__DOT__control_3) 
                                                                                >> 1U))))))))) 
                              + (0x00ffffffU & VL_EXTENDS_II(24,23, 
                                                             (0x007fffffU 
                                                              & (vlSelfRef.harness__DOT__engine__DOT__sums[2U] 
                                                                 >> 5U))))) 
                             << 5U)));
    vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__total[2U] 
        = ((0x0fffffffU & vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__total[2U]) 
           | (((0x00ffffffU & VL_EXTENDS_II(24,23, 
                                            (0x007fffffU 
                                             & (((IData)(harness__DOT__engine__DOT__accumulator__DOT____02410)
                                                  ? 
                                                 ((vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__latest[3U] 
                                                   << 4U) 
                                                  | (vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__latest[2U] 
                                                     >> 0x0000001cU))
                                                  : 
                                                 ((vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT___1_[3U] 
                                                   << 4U) 
                                                  | (vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT___1_[2U] 
                                                     >> 0x0000001cU))) 
                                                & (- (IData)(
                                                             (1U 
                                                              & (~ 
                                                                 ((IData)(vlSelfRef.harness__DOT__engine__DOT__control_3) 
                                                                  >> 1U))))))))) 
               + (0x00ffffffU & VL_EXTENDS_II(24,23, 
                                              (0x007fffffU 
                                               & ((vlSelfRef.harness__DOT__engine__DOT__sums[3U] 
                                                   << 4U) 
                                                  | (vlSelfRef.harness__DOT__engine__DOT__sums[2U] 
                                                     >> 0x0000001cU)))))) 
              << 0x0000001cU));
    vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__total[3U] 
        = ((0xfff80000U & vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__total[3U]) 
           | (0x0007ffffU & (((0x00ffffffU & VL_EXTENDS_II(24,23, 
                                                           (0x007fffffU 
                                                            & (((IData)(harness__DOT__engine__DOT__accumulator__DOT____02410)
                                                                 ? 
                                                                ((vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__latest[3U] 
                                                                  << 4U) 
                                                                 | (vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__latest[2U] 
                                                                    >> 0x0000001cU))
                                                                 : 
                                                                ((vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT___1_[3U] 
                                                                  << 4U) 
                                                                 | (vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT___1_[2U] 
                                                                    >> 0x0000001cU))) 
                                                               & (- (IData)(
                                                                            (1U 
                                                                             & (~ 
                                                                                ((IData)(vlSelfRef.harness__DOT__engine__DOT__control_3) 
                                                                                >> 1U))))))))) 
                              + (0x00ffffffU & VL_EXTENDS_II(24,23, 
                                                             (0x007fffffU 
                                                              & ((vlSelfRef.harness__DOT__engine__DOT__sums[3U] 
                                                                  << 4U) 
                                                                 | (vlSelfRef.harness__DOT__engine__DOT__sums[2U] 
                                                                    >> 0x0000001cU)))))) 
                             >> 4U)));
    vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__total[3U] 
        = ((0x0007ffffU & vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__total[3U]) 
           | (((0x00ffffffU & VL_EXTENDS_II(24,23, 
                                            (0x007fffffU 
                                             & (((IData)(harness__DOT__engine__DOT__accumulator__DOT____02410)
                                                  ? 
                                                 ((vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__latest[4U] 
                                                   << 0x0000000dU) 
                                                  | (vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__latest[3U] 
                                                     >> 0x00000013U))
                                                  : 
                                                 ((vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT___1_[4U] 
                                                   << 0x0000000dU) 
                                                  | (vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT___1_[3U] 
                                                     >> 0x00000013U))) 
                                                & (- (IData)(
                                                             (1U 
                                                              & (~ 
                                                                 ((IData)(vlSelfRef.harness__DOT__engine__DOT__control_3) 
                                                                  >> 1U))))))))) 
               + (0x00ffffffU & VL_EXTENDS_II(24,23, 
                                              (0x007fffffU 
                                               & ((vlSelfRef.harness__DOT__engine__DOT__sums[4U] 
                                                   << 0x0000000dU) 
                                                  | (vlSelfRef.harness__DOT__engine__DOT__sums[3U] 
                                                     >> 0x00000013U)))))) 
              << 0x00000013U));
    vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__total[4U] 
        = ((0xfffffc00U & vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__total[4U]) 
           | (0x000003ffU & (((0x00ffffffU & VL_EXTENDS_II(24,23, 
                                                           (0x007fffffU 
                                                            & (((IData)(harness__DOT__engine__DOT__accumulator__DOT____02410)
                                                                 ? 
                                                                ((vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__latest[4U] 
                                                                  << 0x0000000dU) 
                                                                 | (vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__latest[3U] 
                                                                    >> 0x00000013U))
                                                                 : 
                                                                ((vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT___1_[4U] 
                                                                  << 0x0000000dU) 
                                                                 | (vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT___1_[3U] 
                                                                    >> 0x00000013U))) 
                                                               & (- (IData)(
                                                                            (1U 
                                                                             & (~ 
                                                                                ((IData)(vlSelfRef.harness__DOT__engine__DOT__control_3) 
                                                                                >> 1U))))))))) 
                              + (0x00ffffffU & VL_EXTENDS_II(24,23, 
                                                             (0x007fffffU 
                                                              & ((vlSelfRef.harness__DOT__engine__DOT__sums[4U] 
                                                                  << 0x0000000dU) 
                                                                 | (vlSelfRef.harness__DOT__engine__DOT__sums[3U] 
                                                                    >> 0x00000013U)))))) 
                             >> 0x0000000dU)));
    vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__total[4U] 
        = ((0x000003ffU & vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__total[4U]) 
           | (((0x00ffffffU & VL_EXTENDS_II(24,23, 
                                            (0x007fffffU 
                                             & (((IData)(harness__DOT__engine__DOT__accumulator__DOT____02410)
                                                  ? 
                                                 ((vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__latest[5U] 
                                                   << 0x00000016U) 
                                                  | (vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__latest[4U] 
                                                     >> 0x0000000aU))
                                                  : 
                                                 ((vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT___1_[5U] 
                                                   << 0x00000016U) 
                                                  | (vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT___1_[4U] 
                                                     >> 0x0000000aU))) 
                                                & (- (IData)(
                                                             (1U 
                                                              & (~ 
                                                                 ((IData)(vlSelfRef.harness__DOT__engine__DOT__control_3) 
                                                                  >> 1U))))))))) 
               + (0x00ffffffU & VL_EXTENDS_II(24,23, 
                                              (0x007fffffU 
                                               & ((vlSelfRef.harness__DOT__engine__DOT__sums[5U] 
                                                   << 0x00000016U) 
                                                  | (vlSelfRef.harness__DOT__engine__DOT__sums[4U] 
                                                     >> 0x0000000aU)))))) 
              << 0x0000000aU));
    vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__total[5U] 
        = ((0x00fffffeU & vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__total[5U]) 
           | (1U & (((0x00ffffffU & VL_EXTENDS_II(24,23, 
                                                  (0x007fffffU 
                                                   & (((IData)(harness__DOT__engine__DOT__accumulator__DOT____02410)
                                                        ? 
                                                       ((vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__latest[5U] 
                                                         << 0x00000016U) 
                                                        | (vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__latest[4U] 
                                                           >> 0x0000000aU))
                                                        : 
                                                       ((vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT___1_[5U] 
                                                         << 0x00000016U) 
                                                        | (vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT___1_[4U] 
                                                           >> 0x0000000aU))) 
                                                      & (- (IData)(
                                                                   (1U 
                                                                    & (~ 
                                                                       ((IData)(vlSelfRef.harness__DOT__engine__DOT__control_3) 
                                                                        >> 1U))))))))) 
                     + (0x00ffffffU & VL_EXTENDS_II(24,23, 
                                                    (0x007fffffU 
                                                     & ((vlSelfRef.harness__DOT__engine__DOT__sums[5U] 
                                                         << 0x00000016U) 
                                                        | (vlSelfRef.harness__DOT__engine__DOT__sums[4U] 
                                                           >> 0x0000000aU)))))) 
                    >> 0x00000016U)));
    vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__total[5U] 
        = ((1U & vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__total[5U]) 
           | (0x00fffffeU & (((0x00ffffffU & VL_EXTENDS_II(24,23, 
                                                           (0x007fffffU 
                                                            & (((IData)(harness__DOT__engine__DOT__accumulator__DOT____02410)
                                                                 ? 
                                                                ((vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__latest[5U] 
                                                                  << 0x0000001fU) 
                                                                 | (vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__latest[5U] 
                                                                    >> 1U))
                                                                 : 
                                                                ((vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT___1_[5U] 
                                                                  << 0x0000001fU) 
                                                                 | (vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT___1_[5U] 
                                                                    >> 1U))) 
                                                               & (- (IData)(
                                                                            (1U 
                                                                             & (~ 
                                                                                ((IData)(vlSelfRef.harness__DOT__engine__DOT__control_3) 
                                                                                >> 1U))))))))) 
                              + (0x00ffffffU & VL_EXTENDS_II(24,23, 
                                                             (0x007fffffU 
                                                              & (vlSelfRef.harness__DOT__engine__DOT__sums[5U] 
                                                                 >> 1U))))) 
                             << 1U)));
    harness__DOT__engine__DOT__post__DOT__part_0_2 
        = (0x07ffffffU & ((4U & (IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__factor_0))
                           ? (VL_EXTENDS_II(27,26, harness__DOT__engine__DOT__post__DOT__part_0_1) 
                              + VL_EXTENDS_II(27,26, 
                                              (harness__DOT__engine__DOT__post__DOT____02470 
                                               << 2U)))
                           : ((0x04000000U & (harness__DOT__engine__DOT__post__DOT__part_0_1 
                                              << 1U)) 
                              | harness__DOT__engine__DOT__post__DOT__part_0_1)));
    harness__DOT__engine__DOT__post__DOT__part_0_6 
        = (0x07ffffffU & ((0x00000040U & (IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__factor_0))
                           ? (VL_EXTENDS_II(27,26, 
                                            (harness__DOT__engine__DOT__post__DOT____02470 
                                             << 2U)) 
                              + VL_EXTENDS_II(27,26, harness__DOT__engine__DOT__post__DOT__part_0_5))
                           : ((0x04000000U & (harness__DOT__engine__DOT__post__DOT__part_0_5 
                                              << 1U)) 
                              | harness__DOT__engine__DOT__post__DOT__part_0_5)));
    harness__DOT__engine__DOT__post__DOT__part_0_10 
        = (0x07ffffffU & ((0x00000400U & (IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__factor_0))
                           ? (VL_EXTENDS_II(27,26, 
                                            (harness__DOT__engine__DOT__post__DOT____02470 
                                             << 2U)) 
                              + VL_EXTENDS_II(27,26, harness__DOT__engine__DOT__post__DOT__part_0_9))
                           : ((0x04000000U & (harness__DOT__engine__DOT__post__DOT__part_0_9 
                                              << 1U)) 
                              | harness__DOT__engine__DOT__post__DOT__part_0_9)));
    harness__DOT__engine__DOT__post__DOT__part_0_14 
        = (0x07ffffffU & ((0x00004000U & (IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__factor_0))
                           ? (VL_EXTENDS_II(27,26, 
                                            (harness__DOT__engine__DOT__post__DOT____02470 
                                             << 2U)) 
                              + VL_EXTENDS_II(27,26, harness__DOT__engine__DOT__post__DOT__part_0_13))
                           : ((0x04000000U & (harness__DOT__engine__DOT__post__DOT__part_0_13 
                                              << 1U)) 
                              | harness__DOT__engine__DOT__post__DOT__part_0_13)));
    vlSelfRef.harness__DOT__engine__DOT__done = ((IData)(vlSelfRef.harness__DOT__engine__DOT__enable) 
                                                 & ((IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__valid_7) 
                                                    & ((IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__flags_11) 
                                                       >> 2U)));
    harness__DOT__engine__DOT__post__DOT____024212 
        = ((IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__valid_2) 
           & (IData)(vlSelfRef.harness__DOT__engine__DOT__enable));
    harness__DOT__engine__DOT__post__DOT____024213 
        = ((IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__valid_10) 
           & (IData)(vlSelfRef.harness__DOT__engine__DOT__enable));
    harness__DOT__engine__DOT__post__DOT____024216 
        = ((IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__valid_8) 
           & (IData)(vlSelfRef.harness__DOT__engine__DOT__enable));
    harness__DOT__engine__DOT__post__DOT____024232 
        = ((IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__valid_4) 
           & (IData)(vlSelfRef.harness__DOT__engine__DOT__enable));
    harness__DOT__engine__DOT__post__DOT____024237 
        = ((IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__valid_14) 
           & (IData)(vlSelfRef.harness__DOT__engine__DOT__enable));
    harness__DOT__engine__DOT__post__DOT____024238 
        = ((IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__valid_16) 
           & (IData)(vlSelfRef.harness__DOT__engine__DOT__enable));
    harness__DOT__engine__DOT__post__DOT____024256 
        = ((IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__valid_5) 
           & (IData)(vlSelfRef.harness__DOT__engine__DOT__enable));
    harness__DOT__engine__DOT__post__DOT____024236 
        = ((IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__valid_9) 
           & (IData)(vlSelfRef.harness__DOT__engine__DOT__enable));
    harness__DOT__engine__DOT__post__DOT____024209 
        = ((IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__valid_1) 
           & (IData)(vlSelfRef.harness__DOT__engine__DOT__enable));
    harness__DOT__engine__DOT__post__DOT____024159 
        = ((IData)(vlSelfRef.harness__DOT__engine__DOT__enable) 
           & (IData)(harness__DOT__engine__DOT__post__DOT__issue));
    vlSelfRef.harness__DOT__engine__DOT__residual = 
        ((IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__valid_3) 
         & ((~ (IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__address_3)) 
            & ((IData)(harness__DOT__engine__DOT__post__DOT____024115) 
               & (IData)(vlSelfRef.harness__DOT__engine__DOT__enable))));
    vlSelfRef.harness__DOT__engine__DOT__data = ((0x0000ff00U 
                                                  & (((0U 
                                                       == (IData)(vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__fsm_state))
                                                       ? (IData)(vlSelfRef.harness__DOT__i_payload)
                                                       : 
                                                      ((0x000003ffU 
                                                        & VL_EXTENDS_II(10,9, (IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__late_0))) 
                                                       - 
                                                       (0x000003ffU 
                                                        & VL_EXTENDS_II(10,9, (IData)(harness__DOT__engine__DOT__post__DOT____024149))))) 
                                                     << 8U)) 
                                                 | (0x000000ffU 
                                                    & ((0U 
                                                        == (IData)(vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__fsm_state))
                                                        ? (IData)(vlSelfRef.harness__DOT__i_payload)
                                                        : (IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__older_0))));
    if ((0U == (IData)(vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__fsm_state))) {
        harness__DOT__engine__DOT__address = vlSelfRef.harness__DOT__engine__DOT__element;
        harness__DOT__engine__DOT____0241 = vlSelfRef.harness__DOT__i_valid;
    } else {
        harness__DOT__engine__DOT__address = (0x00007ffeU 
                                              & (IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__address_11));
        harness__DOT__engine__DOT____0241 = 0U;
    }
    vlSelfRef.harness__DOT__engine__DOT__control_1 
        = (((((IData)(vlSelfRef.harness__DOT__engine__DOT__bank) 
              << 7U) | ((IData)(vlSelfRef.harness__DOT__engine__DOT__position) 
                        << 4U)) | ((((IData)(vlSelfRef.harness__DOT__engine__DOT__end) 
                                     << 3U) | ((IData)(vlSelfRef.__VdfgRegularize_h6e95ff9d_0_14) 
                                               << 2U)) 
                                   | ((((~ (0U != (IData)(vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__number))) 
                                        & (IData)(vlSelfRef.harness__DOT__engine__DOT__first)) 
                                       << 1U) | (IData)(vlSelfRef.harness__DOT__engine__DOT__step)))) 
           & (- (IData)((1U & (~ (IData)(vlSelfRef.harness__DOT__rst))))));
    vlSelfRef.__VdfgRegularize_h6e95ff9d_0_13 = ((IData)(harness__DOT__engine__DOT__post__DOT____024159) 
                                                 & ((~ (IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__member)) 
                                                    & (((0x0000001fU 
                                                         & ((((IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__burst) 
                                                              == (IData)(harness__DOT__engine__DOT__post__DOT____02456))
                                                              ? (IData)(harness__DOT__engine__DOT__post__DOT____02458)
                                                              : (IData)(harness__DOT__engine__DOT__post__DOT____02459)) 
                                                            - (IData)(1U))) 
                                                        == (IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__position)) 
                                                       & ((0x0000001fU 
                                                           & ((((IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__group) 
                                                                == (IData)(harness__DOT__engine__DOT__post__DOT____02449))
                                                                ? (IData)(harness__DOT__engine__DOT__post__DOT____02451)
                                                                : 8U) 
                                                              - (IData)(1U))) 
                                                          == (IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__step)))));
    harness__DOT__engine__DOT__write = ((IData)(vlSelfRef.harness__DOT__engine__DOT__write__02427) 
                                        | (IData)(harness__DOT__engine__DOT____0241));
    vlSelfRef.__VdfgRegularize_h6e95ff9d_0_14 = ((IData)(vlSelfRef.harness__DOT__engine__DOT__closes) 
                                                 & (IData)(vlSelfRef.harness__DOT__engine__DOT__last));
    vlSelfRef.harness__DOT__engine__DOT__step = ((~ (IData)(vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__draining)) 
                                                 & ((~ 
                                                     ((IData)(vlSelfRef.harness__DOT__engine__DOT__write__02427) 
                                                      | (IData)(vlSelfRef.harness__DOT__engine__DOT__residual))) 
                                                    & (IData)(vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__running)));
    vlSelfRef.harness__DOT__rst = __Vdly__harness__DOT__rst;
    if (harness__DOT__engine__DOT__write) {
        vlSelfRef.harness__DOT__engine__DOT__activations__DOT____Vcellinp__pair_0__address 
            = (0x00003fffU & ((IData)(harness__DOT__engine__DOT__address) 
                              >> 1U));
        harness__DOT__engine__DOT__activations__DOT____02411 
            = (0U == (IData)(vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__fsm_state));
    } else {
        vlSelfRef.harness__DOT__engine__DOT__activations__DOT____Vcellinp__pair_0__address 
            = (0x00003fffU & ((IData)(vlSelfRef.harness__DOT__engine__DOT__residual)
                               ? ((IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__address_3) 
                                  >> 1U) : (0x00003fffU 
                                            & (((0x00007fffU 
                                                 & vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT___0_) 
                                                + (IData)(vlSelfRef.harness__DOT__engine__DOT__base)) 
                                               >> 1U))));
        harness__DOT__engine__DOT__activations__DOT____02411 = 0U;
    }
    vlSelfRef.harness__DOT__engine__DOT__bank = vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____02479;
    vlSelfRef.harness__DOT__engine__DOT__first = vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____02478;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__number 
        = vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____02472;
    harness__DOT__engine__DOT__sequencer__DOT____02428 
        = ((IData)(vlSelfRef.__VdfgRegularize_h6e95ff9d_0_14) 
           & (IData)(vlSelfRef.harness__DOT__engine__DOT__step));
    vlSelfRef.harness__DOT__engine__DOT__position = vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____02476;
    vlSelfRef.harness__DOT__engine__DOT____02436 = vlSelfRef.harness__DOT__engine__DOT__channel;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT____024276 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT__member;
    vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT____02444 
        = vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__recent;
    if ((1U & (IData)(vlSelfRef.harness__DOT__engine__DOT__control_3))) {
        vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT____02444 
            = vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__here;
        vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT____02445[0U] 
            = vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__latest[0U];
        vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT____02445[1U] 
            = vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__latest[1U];
        vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT____02445[2U] 
            = vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__latest[2U];
        vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT____02445[3U] 
            = vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__latest[3U];
        vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT____02445[4U] 
            = vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__latest[4U];
        vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT____02445[5U] 
            = vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__latest[5U];
        vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT____02445[0U] 
            = vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__total[0U];
        vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT____02445[1U] 
            = vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__total[1U];
        vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT____02445[2U] 
            = vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__total[2U];
        vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT____02445[3U] 
            = vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__total[3U];
        vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT____02445[4U] 
            = vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__total[4U];
        vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT____02445[5U] 
            = vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__total[5U];
    } else {
        vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT____02445[0U] 
            = vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__latest[0U];
        vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT____02445[1U] 
            = vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__latest[1U];
        vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT____02445[2U] 
            = vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__latest[2U];
        vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT____02445[3U] 
            = vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__latest[3U];
        vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT____02445[4U] 
            = vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__latest[4U];
        vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT____02445[5U] 
            = vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__latest[5U];
    }
    vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT____02446 
        = vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__part;
    if (vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT____024signal) {
        vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT____02446 
            = (3U & ((IData)(1U) + (IData)(vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__part)));
        vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT____02447 = 1U;
        vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT____02447 
            = (3U != (IData)(vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__part));
    } else {
        vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT____02447 = 0U;
    }
    vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT____02449 
        = vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__ends;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT____024280 
        = vlSelfRef.harness__DOT__engine__DOT__result_bank;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT____024285 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT__valid_1;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT____024288 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT__chosen;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT____024290 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT__shift_0;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT____024291 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT__valid_2;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT____024293 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT__rest_0;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT____024298 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT__valid_13;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT____024299 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT__flags_13;
    if (harness__DOT__engine__DOT__post__DOT____024212) {
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024299 
            = vlSelfRef.harness__DOT__engine__DOT__post__DOT__flags_1;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024300 
            = vlSelfRef.harness__DOT__engine__DOT__post__DOT__address_13;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024300 
            = vlSelfRef.harness__DOT__engine__DOT__post__DOT__address_1;
    } else {
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024300 
            = vlSelfRef.harness__DOT__engine__DOT__post__DOT__address_13;
    }
    vlSelfRef.harness__DOT__engine__DOT__post__DOT____024301 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT__shift_early_0;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT____024303 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT__valid_10;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT____024304 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT__lower_0;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT____024305 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT__shift_between_0;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT____024306 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT__valid_12;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT____024307 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT__flags_12;
    if (harness__DOT__engine__DOT__post__DOT____024213) {
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024307 
            = vlSelfRef.harness__DOT__engine__DOT__post__DOT__flags_13;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024308 
            = vlSelfRef.harness__DOT__engine__DOT__post__DOT__address_12;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024308 
            = vlSelfRef.harness__DOT__engine__DOT__post__DOT__address_13;
    } else {
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024308 
            = vlSelfRef.harness__DOT__engine__DOT__post__DOT__address_12;
    }
    vlSelfRef.harness__DOT__engine__DOT__post__DOT____024310 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT__shift_late_0;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT____024311 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT__valid_8;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT____024312 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT__prepared_0;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT____024313 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT__shift_last_0;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT____024314 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT__valid_3;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT____024315 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT__flags_3;
    if (harness__DOT__engine__DOT__post__DOT____024216) {
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024315 
            = vlSelfRef.harness__DOT__engine__DOT__post__DOT__flags_12;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024316 
            = vlSelfRef.harness__DOT__engine__DOT__post__DOT__address_3;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024316 
            = vlSelfRef.harness__DOT__engine__DOT__post__DOT__address_12;
    } else {
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024316 
            = vlSelfRef.harness__DOT__engine__DOT__post__DOT__address_3;
    }
    vlSelfRef.harness__DOT__engine__DOT__post__DOT____024317 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT__scaled_0;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT____024318 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT__valid_4;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT____024321 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT__caught_0;
    if (vlSelfRef.harness__DOT__engine__DOT__post__DOT__fresh) {
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024321 
            = (0x000000ffU & (IData)(harness__DOT__engine__DOT__residual_data));
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024322 
            = vlSelfRef.harness__DOT__engine__DOT__post__DOT__caught_1;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024322 
            = (0x000000ffU & ((IData)(harness__DOT__engine__DOT__residual_data) 
                              >> 8U));
    } else {
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024322 
            = vlSelfRef.harness__DOT__engine__DOT__post__DOT__caught_1;
    }
    vlSelfRef.harness__DOT__engine__DOT__post__DOT____024324 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT__valid_9;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT____024325 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT__flags_9;
    if (harness__DOT__engine__DOT__post__DOT____024232) {
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024325 
            = vlSelfRef.harness__DOT__engine__DOT__post__DOT__flags_3;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024326 
            = vlSelfRef.harness__DOT__engine__DOT__post__DOT__address_9;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024326 
            = vlSelfRef.harness__DOT__engine__DOT__post__DOT__address_3;
    } else {
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024326 
            = vlSelfRef.harness__DOT__engine__DOT__post__DOT__address_9;
    }
    vlSelfRef.harness__DOT__engine__DOT__post__DOT____024329 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT__joint_rest_0;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT____024333 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT__valid_14;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT____024334 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT__valid_15;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT____024335 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT__flags_15;
    if (harness__DOT__engine__DOT__post__DOT____024237) {
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024335 
            = vlSelfRef.harness__DOT__engine__DOT__post__DOT__flags_9;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024336 
            = vlSelfRef.harness__DOT__engine__DOT__post__DOT__address_15;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024336 
            = vlSelfRef.harness__DOT__engine__DOT__post__DOT__address_9;
    } else {
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024336 
            = vlSelfRef.harness__DOT__engine__DOT__post__DOT__address_15;
    }
    vlSelfRef.harness__DOT__engine__DOT__post__DOT____024338 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT__valid_16;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT____024339 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT__joint_first_0;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT____024340 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT__valid_17;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT____024341 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT__flags_17;
    if (harness__DOT__engine__DOT__post__DOT____024238) {
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024341 
            = vlSelfRef.harness__DOT__engine__DOT__post__DOT__flags_15;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024342 
            = vlSelfRef.harness__DOT__engine__DOT__post__DOT__address_17;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024342 
            = vlSelfRef.harness__DOT__engine__DOT__post__DOT__address_15;
    } else {
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024342 
            = vlSelfRef.harness__DOT__engine__DOT__post__DOT__address_17;
    }
    vlSelfRef.harness__DOT__engine__DOT__post__DOT____024344 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT__valid_5;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT____024346 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT__valid_11;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT____024347 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT__flags_11;
    if (harness__DOT__engine__DOT__post__DOT____024256) {
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024347 
            = vlSelfRef.harness__DOT__engine__DOT__post__DOT__flags_17;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024348 
            = vlSelfRef.harness__DOT__engine__DOT__post__DOT__address_11;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024348 
            = vlSelfRef.harness__DOT__engine__DOT__post__DOT__address_17;
    } else {
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024348 
            = vlSelfRef.harness__DOT__engine__DOT__post__DOT__address_11;
    }
    vlSelfRef.harness__DOT__engine__DOT__post__DOT____024349 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT__late_0;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT____024351 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT__valid_7;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT____024354 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT__layer;
    if ((((IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__flags_11) 
          >> 3U) & (IData)(vlSelfRef.harness__DOT__engine__DOT__done))) {
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024354 
            = (0x0000000fU & (((IData)(1U) + (IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__layer)) 
                              & (- (IData)((0x0aU != (IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__layer))))));
    }
    vlSelfRef.harness__DOT__engine__DOT__product_0__DOT____0244 
        = vlSelfRef.harness__DOT__engine__DOT__product_0__DOT__kept_1;
    vlSelfRef.harness__DOT__engine__DOT__product_0__DOT____0243 
        = vlSelfRef.harness__DOT__engine__DOT__product_0__DOT__kept_0;
    vlSelfRef.harness__DOT__engine__DOT__product_1__DOT____0244 
        = vlSelfRef.harness__DOT__engine__DOT__product_1__DOT__kept_1;
    vlSelfRef.harness__DOT__engine__DOT__product_1__DOT____0243 
        = vlSelfRef.harness__DOT__engine__DOT__product_1__DOT__kept_0;
    vlSelfRef.harness__DOT__engine__DOT__product_2__DOT____0244 
        = vlSelfRef.harness__DOT__engine__DOT__product_2__DOT__kept_1;
    vlSelfRef.harness__DOT__engine__DOT__product_2__DOT____0243 
        = vlSelfRef.harness__DOT__engine__DOT__product_2__DOT__kept_0;
    vlSelfRef.harness__DOT__engine__DOT__product_3__DOT____0244 
        = vlSelfRef.harness__DOT__engine__DOT__product_3__DOT__kept_1;
    vlSelfRef.harness__DOT__engine__DOT__product_3__DOT____0243 
        = vlSelfRef.harness__DOT__engine__DOT__product_3__DOT__kept_0;
    vlSelfRef.harness__DOT__engine__DOT__product_4__DOT____0244 
        = vlSelfRef.harness__DOT__engine__DOT__product_4__DOT__kept_1;
    vlSelfRef.harness__DOT__engine__DOT__product_4__DOT____0243 
        = vlSelfRef.harness__DOT__engine__DOT__product_4__DOT__kept_0;
    vlSelfRef.harness__DOT__engine__DOT__product_5__DOT____0244 
        = vlSelfRef.harness__DOT__engine__DOT__product_5__DOT__kept_1;
    vlSelfRef.harness__DOT__engine__DOT__product_5__DOT____0243 
        = vlSelfRef.harness__DOT__engine__DOT__product_5__DOT__kept_0;
    vlSelfRef.harness__DOT__engine__DOT__product_6__DOT____0244 
        = vlSelfRef.harness__DOT__engine__DOT__product_6__DOT__kept_1;
    vlSelfRef.harness__DOT__engine__DOT__product_6__DOT____0243 
        = vlSelfRef.harness__DOT__engine__DOT__product_6__DOT__kept_0;
    vlSelfRef.harness__DOT__engine__DOT__product_7__DOT____0244 
        = vlSelfRef.harness__DOT__engine__DOT__product_7__DOT__kept_1;
    if (vlSelfRef.harness__DOT__engine__DOT__load) {
        vlSelfRef.harness__DOT__engine__DOT__product_0__DOT____0244 
            = (0x000000ffU & ((IData)(harness__DOT__engine__DOT__w) 
                              >> 8U));
        vlSelfRef.harness__DOT__engine__DOT__product_0__DOT____0243 
            = (0x000000ffU & (IData)(harness__DOT__engine__DOT__w));
        vlSelfRef.harness__DOT__engine__DOT__product_1__DOT____0244 
            = (0x000000ffU & ((IData)(harness__DOT__engine__DOT__w__02466) 
                              >> 8U));
        vlSelfRef.harness__DOT__engine__DOT__product_1__DOT____0243 
            = (0x000000ffU & (IData)(harness__DOT__engine__DOT__w__02466));
        vlSelfRef.harness__DOT__engine__DOT__product_2__DOT____0244 
            = (0x000000ffU & ((IData)(harness__DOT__engine__DOT__w__02469) 
                              >> 8U));
        vlSelfRef.harness__DOT__engine__DOT__product_2__DOT____0243 
            = (0x000000ffU & (IData)(harness__DOT__engine__DOT__w__02469));
        vlSelfRef.harness__DOT__engine__DOT__product_3__DOT____0244 
            = (0x000000ffU & ((IData)(harness__DOT__engine__DOT__w__02472) 
                              >> 8U));
        vlSelfRef.harness__DOT__engine__DOT__product_3__DOT____0243 
            = (0x000000ffU & (IData)(harness__DOT__engine__DOT__w__02472));
        vlSelfRef.harness__DOT__engine__DOT__product_4__DOT____0244 
            = (0x000000ffU & ((IData)(harness__DOT__engine__DOT__w__02475) 
                              >> 8U));
        vlSelfRef.harness__DOT__engine__DOT__product_4__DOT____0243 
            = (0x000000ffU & (IData)(harness__DOT__engine__DOT__w__02475));
        vlSelfRef.harness__DOT__engine__DOT__product_5__DOT____0244 
            = (0x000000ffU & ((IData)(harness__DOT__engine__DOT__w__02478) 
                              >> 8U));
        vlSelfRef.harness__DOT__engine__DOT__product_5__DOT____0243 
            = (0x000000ffU & (IData)(harness__DOT__engine__DOT__w__02478));
        vlSelfRef.harness__DOT__engine__DOT__product_6__DOT____0244 
            = (0x000000ffU & ((IData)(harness__DOT__engine__DOT__w__02481) 
                              >> 8U));
        vlSelfRef.harness__DOT__engine__DOT__product_6__DOT____0243 
            = (0x000000ffU & (IData)(harness__DOT__engine__DOT__w__02481));
        vlSelfRef.harness__DOT__engine__DOT__product_7__DOT____0244 
            = (0x000000ffU & ((IData)(harness__DOT__engine__DOT__w__02484) 
                              >> 8U));
        vlSelfRef.harness__DOT__engine__DOT__product_7__DOT____0243 
            = vlSelfRef.harness__DOT__engine__DOT__product_7__DOT__kept_0;
        vlSelfRef.harness__DOT__engine__DOT__product_7__DOT____0243 
            = (0x000000ffU & (IData)(harness__DOT__engine__DOT__w__02484));
    } else {
        vlSelfRef.harness__DOT__engine__DOT__product_7__DOT____0243 
            = vlSelfRef.harness__DOT__engine__DOT__product_7__DOT__kept_0;
    }
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____02469[0U] 
        = vlSelfRef.harness__DOT__engine__DOT__upcoming[0U];
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____02469[1U] 
        = vlSelfRef.harness__DOT__engine__DOT__upcoming[1U];
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____02469[2U] 
        = vlSelfRef.harness__DOT__engine__DOT__upcoming[2U];
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____02469[3U] 
        = vlSelfRef.harness__DOT__engine__DOT__upcoming[3U];
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____02469[4U] 
        = vlSelfRef.harness__DOT__engine__DOT__upcoming[4U];
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____02490 
        = vlSelfRef.harness__DOT__engine__DOT__layer;
    vlSelfRef.harness__DOT__engine__DOT__source__DOT____02425 
        = vlSelfRef.harness__DOT__engine__DOT__source__DOT__count;
    vlSelfRef.harness__DOT__engine__DOT__source__DOT____02426 
        = vlSelfRef.harness__DOT__engine__DOT__source__DOT__held__02425;
    if (harness__DOT__engine__DOT__source__DOT__advance) {
        vlSelfRef.harness__DOT__engine__DOT__source__DOT____02425 
            = harness__DOT__engine__DOT__source__DOT____02412;
        vlSelfRef.harness__DOT__engine__DOT__source__DOT____02426 
            = harness__DOT__engine__DOT__source__DOT____02413;
        vlSelfRef.harness__DOT__engine__DOT__source__DOT____02427 
            = vlSelfRef.harness__DOT__engine__DOT__source__DOT__held__02428;
        vlSelfRef.harness__DOT__engine__DOT__source__DOT____02427 
            = harness__DOT__engine__DOT__source__DOT____02414;
    } else {
        vlSelfRef.harness__DOT__engine__DOT__source__DOT____02427 
            = vlSelfRef.harness__DOT__engine__DOT__source__DOT__held__02428;
    }
    vlSelfRef.harness__DOT__engine__DOT__source__DOT____02428 
        = vlSelfRef.harness__DOT__engine__DOT__source__DOT__burst;
    vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT____0246 
        = vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT__index;
    vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT__gearbox__DOT____0245 
        = vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT__gearbox__DOT__level;
    if (harness__DOT__engine__DOT__source__DOT__decoder_0__DOT__gearbox__DOT____0242) {
        vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT__gearbox__DOT____0245 
            = (7U & (((IData)(1U) + (IData)(vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT__gearbox__DOT__level)) 
                     & (- (IData)((7U != (IData)(vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT__gearbox__DOT__level))))));
    }
    if (harness__DOT__engine__DOT__sequencer__DOT____02422) {
        if ((0x00000200U & harness__DOT__engine__DOT__i___05Fpayload__02412[4U])) {
            harness__DOT__engine__DOT__source__DOT__decoder_0__DOT__clear = 1U;
        }
    }
    if (harness__DOT__engine__DOT__source__DOT__decoder_0__DOT__clear) {
        vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT__gearbox__DOT____0245 = 0U;
    }
    if (harness__DOT__engine__DOT____0241) {
        vlSelfRef.harness__DOT__engine__DOT____02436 
            = (3U & (((IData)(1U) + (IData)(vlSelfRef.harness__DOT__engine__DOT__channel)) 
                     & (- (IData)((2U != (IData)(vlSelfRef.harness__DOT__engine__DOT__channel))))));
        vlSelfRef.harness__DOT__engine__DOT____02437 
            = vlSelfRef.harness__DOT__engine__DOT__element;
        vlSelfRef.harness__DOT__engine__DOT____02437 
            = ((0x00000100U & (IData)(vlSelfRef.harness__DOT__i_payload))
                ? 0x00004000U : (0x00007fffU & ((2U 
                                                 == (IData)(vlSelfRef.harness__DOT__engine__DOT__channel)) 
                                                + (0x0000ffffU 
                                                   & ((IData)(1U) 
                                                      + (IData)(vlSelfRef.harness__DOT__engine__DOT__element))))));
    } else {
        vlSelfRef.harness__DOT__engine__DOT____02437 
            = vlSelfRef.harness__DOT__engine__DOT__element;
    }
    if (harness__DOT__engine__DOT__accumulator__DOT____0243) {
        vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT____02446 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT____02447 = 1U;
        vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT____02449 
            = (1U & ((IData)(vlSelfRef.harness__DOT__engine__DOT__control_3) 
                     >> 3U));
        vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT____02448 
            = vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__held;
        vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT____02448 
            = (0x0000007fU & ((IData)(vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__here) 
                              + (0x00000018U & ((IData)(vlSelfRef.harness__DOT__engine__DOT__control_3) 
                                                >> 4U))));
    } else {
        vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT____02448 
            = vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__held;
    }
    vlSelfRef.harness__DOT__engine__DOT__post__DOT____024277 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT__step;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT____024281 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT__burst;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT____024309 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT__product_0;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT____024332 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT__joint_rows_0_2;
    vlSelfRef.harness__DOT__engine__DOT__source__DOT____02429 
        = vlSelfRef.harness__DOT__engine__DOT__source__DOT__group;
    if (harness__DOT__engine__DOT__source__DOT____02416) {
        vlSelfRef.harness__DOT__engine__DOT__source__DOT____02428 
            = (0x0000007fU & ((IData)(1U) + (IData)(vlSelfRef.harness__DOT__engine__DOT__source__DOT__burst)));
        vlSelfRef.harness__DOT__engine__DOT__source__DOT____02430 
            = vlSelfRef.harness__DOT__engine__DOT__source__DOT__layer;
        if ((1U & (~ (IData)(harness__DOT__engine__DOT__source__DOT____02419)))) {
            vlSelfRef.harness__DOT__engine__DOT__source__DOT____02428 = 0U;
            vlSelfRef.harness__DOT__engine__DOT__source__DOT____02429 
                = (7U & ((IData)(1U) + (IData)(vlSelfRef.harness__DOT__engine__DOT__source__DOT__group)));
            if (harness__DOT__engine__DOT__source__DOT____02421) {
                vlSelfRef.harness__DOT__engine__DOT__source__DOT____02429 = 0U;
                vlSelfRef.harness__DOT__engine__DOT__source__DOT____02430 
                    = (0x0000000fU & (((IData)(1U) 
                                       + (IData)(vlSelfRef.harness__DOT__engine__DOT__source__DOT__layer)) 
                                      & (- (IData)(
                                                   (0x0aU 
                                                    != (IData)(vlSelfRef.harness__DOT__engine__DOT__source__DOT__layer))))));
            }
        }
    } else {
        vlSelfRef.harness__DOT__engine__DOT__source__DOT____02430 
            = vlSelfRef.harness__DOT__engine__DOT__source__DOT__layer;
    }
    vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT__gearbox__DOT____0246 
        = vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT____0247;
    vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT__gearbox__DOT____0247 
        = vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT____0248;
    vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT__gearbox__DOT____0248 
        = vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT____0249;
    vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT__gearbox__DOT____0249 
        = vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT____02410;
    vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT__gearbox__DOT____02410 
        = vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT____02411;
    vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT__gearbox__DOT____02411 
        = vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT____02412;
    if (harness__DOT__engine__DOT__source__DOT__decoder_0__DOT__gearbox__DOT____0242) {
        if ((0U == (IData)(vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT__gearbox__DOT__level))) {
            vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT__gearbox__DOT____0246 
                = harness__DOT__engine__DOT__source__DOT__i___05Fpayload;
        }
        vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT__gearbox__DOT____02412 
            = vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT____02413;
        if ((0U != (IData)(vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT__gearbox__DOT__level))) {
            if ((1U == (IData)(vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT__gearbox__DOT__level))) {
                vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT__gearbox__DOT____0247 
                    = harness__DOT__engine__DOT__source__DOT__i___05Fpayload;
            }
            if ((1U != (IData)(vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT__gearbox__DOT__level))) {
                if ((2U == (IData)(vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT__gearbox__DOT__level))) {
                    vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT__gearbox__DOT____0248 
                        = harness__DOT__engine__DOT__source__DOT__i___05Fpayload;
                }
                if ((2U != (IData)(vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT__gearbox__DOT__level))) {
                    if ((3U == (IData)(vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT__gearbox__DOT__level))) {
                        vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT__gearbox__DOT____0249 
                            = harness__DOT__engine__DOT__source__DOT__i___05Fpayload;
                    }
                    if ((3U != (IData)(vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT__gearbox__DOT__level))) {
                        if ((4U == (IData)(vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT__gearbox__DOT__level))) {
                            vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT__gearbox__DOT____02410 
                                = harness__DOT__engine__DOT__source__DOT__i___05Fpayload;
                        }
                        if ((4U != (IData)(vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT__gearbox__DOT__level))) {
                            if ((5U == (IData)(vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT__gearbox__DOT__level))) {
                                vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT__gearbox__DOT____02411 
                                    = harness__DOT__engine__DOT__source__DOT__i___05Fpayload;
                            }
                            if ((5U != (IData)(vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT__gearbox__DOT__level))) {
                                if ((6U == (IData)(vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT__gearbox__DOT__level))) {
                                    vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT__gearbox__DOT____02412 
                                        = harness__DOT__engine__DOT__source__DOT__i___05Fpayload;
                                }
                            }
                        }
                    }
                }
            }
        }
    } else {
        vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT__gearbox__DOT____02412 
            = vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT____02413;
    }
    vlSelfRef.harness__DOT__engine__DOT__source__DOT__words__DOT____02412 
        = (0x0000ffffU & harness__DOT__engine__DOT__source__DOT__words__DOT____0249);
    vlSelfRef.harness__DOT__engine__DOT__source__DOT__words__DOT____02413 
        = vlSelfRef.harness__DOT__engine__DOT__source__DOT__i___05Fvalid;
    if (harness__DOT__engine__DOT__source__DOT__words__DOT____024signal) {
        vlSelfRef.harness__DOT__engine__DOT__source__DOT__words__DOT____02413 = 1U;
    }
    if (harness__DOT__engine__DOT__source__DOT__rewind) {
        vlSelfRef.harness__DOT__engine__DOT__source__DOT__words__DOT____02412 
            = vlSelfRef.harness__DOT__engine__DOT__source__DOT__words__DOT__marked;
        vlSelfRef.harness__DOT__engine__DOT__source__DOT__words__DOT____02413 = 0U;
    }
    vlSelfRef.harness__DOT__engine__DOT__source__DOT__words__DOT____02415 
        = vlSelfRef.harness__DOT__engine__DOT__source__DOT__words__DOT__marked;
    if (harness__DOT__engine__DOT__source__DOT__mark) {
        vlSelfRef.harness__DOT__engine__DOT__source__DOT__words__DOT____02415 
            = (0x0000ffffU & harness__DOT__engine__DOT__source__DOT__words__DOT____0249);
    }
    vlSelfRef.harness__DOT__engine__DOT__post__DOT____024278 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT__position;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT____024282 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT__group;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT____024284 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT__group_element;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT____024287 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT__address_1;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT____024289 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT__sum_0;
    if (harness__DOT__engine__DOT__post__DOT____024209) {
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024290 
            = (0x0000000fU & (IData)((vlSelfRef.harness__DOT__engine__DOT__post__DOT___0_ 
                                      >> 0x33U)));
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024293 
            = (0x00007fffU & (IData)((vlSelfRef.harness__DOT__engine__DOT__post__DOT___0_ 
                                      >> 0x24U)));
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024289 
            = (0x007fffffU & ((0x00ffffffU & VL_EXTENDS_II(24,23, 
                                                           (0x007fffffU 
                                                            & ((1U 
                                                                & (IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__chosen))
                                                                ? (IData)(
                                                                          (vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT___0_ 
                                                                           >> 0x00000017U))
                                                                : (IData)(vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT___0_))))) 
                              + (0x00ffffffU & VL_EXTENDS_II(24,20, 
                                                             (0x000fffffU 
                                                              & (IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT___0_))))));
    }
    vlSelfRef.harness__DOT__engine__DOT__post__DOT____024292 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT__factor_0;
    if (vlSelfRef.harness__DOT__engine__DOT__enable) {
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024285 
            = harness__DOT__engine__DOT__post__DOT__issue;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024288 
            = vlSelfRef.harness__DOT__engine__DOT__post__DOT__step;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024291 
            = vlSelfRef.harness__DOT__engine__DOT__post__DOT__valid_1;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024298 
            = vlSelfRef.harness__DOT__engine__DOT__post__DOT__valid_2;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024301 
            = vlSelfRef.harness__DOT__engine__DOT__post__DOT__shift_0;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024303 
            = vlSelfRef.harness__DOT__engine__DOT__post__DOT__valid_13;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024304 
            = vlSelfRef.harness__DOT__engine__DOT__post__DOT__part_0;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024305 
            = vlSelfRef.harness__DOT__engine__DOT__post__DOT__shift_early_0;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024306 
            = vlSelfRef.harness__DOT__engine__DOT__post__DOT__valid_10;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024310 
            = vlSelfRef.harness__DOT__engine__DOT__post__DOT__shift_between_0;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024311 
            = vlSelfRef.harness__DOT__engine__DOT__post__DOT__valid_12;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024312 
            = (0x01ffffffU & ((0x03ffffffU & VL_EXTENDS_II(26,25, 
                                                           (0x01fffffeU 
                                                            & ((IData)(harness__DOT__engine__DOT__post__DOT____024110) 
                                                               << 1U)))) 
                              - (0x03ffffffU & VL_EXTENDS_II(26,2, 
                                                             (1U 
                                                              & (IData)(
                                                                        (harness__DOT__engine__DOT__post__DOT____024110 
                                                                         >> 0x00000017U)))))));
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024313 
            = vlSelfRef.harness__DOT__engine__DOT__post__DOT__shift_late_0;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024314 
            = vlSelfRef.harness__DOT__engine__DOT__post__DOT__valid_8;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024317 
            = ((0x02000000U & harness__DOT__engine__DOT__post__DOT____024217) 
               | (0x01ffffffU & (harness__DOT__engine__DOT__post__DOT____024217 
                                 >> 1U)));
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024318 
            = vlSelfRef.harness__DOT__engine__DOT__post__DOT__valid_3;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024324 
            = vlSelfRef.harness__DOT__engine__DOT__post__DOT__valid_4;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024333 
            = vlSelfRef.harness__DOT__engine__DOT__post__DOT__valid_9;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024334 
            = vlSelfRef.harness__DOT__engine__DOT__post__DOT__valid_14;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024338 
            = vlSelfRef.harness__DOT__engine__DOT__post__DOT__valid_15;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024339 
            = vlSelfRef.harness__DOT__engine__DOT__post__DOT__joint_part_0;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024340 
            = vlSelfRef.harness__DOT__engine__DOT__post__DOT__valid_16;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024344 
            = vlSelfRef.harness__DOT__engine__DOT__post__DOT__valid_17;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024346 
            = vlSelfRef.harness__DOT__engine__DOT__post__DOT__valid_5;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024349 
            = vlSelfRef.harness__DOT__engine__DOT__post__DOT__added_0;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024351 
            = vlSelfRef.harness__DOT__engine__DOT__post__DOT__valid_11;
        VL_EXTENDS_WQ(71,39, __Vtemp_7, vlSelfRef.harness__DOT__engine__DOT__post__DOT__lower_0);
        __Vtemp_10[0U] = (IData)((((QData)((IData)(
                                                   (((((4U 
                                                        & ((IData)(
                                                                   (vlSelfRef.harness__DOT__engine__DOT__post__DOT__part_0 
                                                                    >> 0x00000026U)) 
                                                           << 2U)) 
                                                       | ((2U 
                                                           & ((IData)(
                                                                      (vlSelfRef.harness__DOT__engine__DOT__post__DOT__part_0 
                                                                       >> 0x00000026U)) 
                                                              << 1U)) 
                                                          | (1U 
                                                             & (IData)(
                                                                       (vlSelfRef.harness__DOT__engine__DOT__post__DOT__part_0 
                                                                        >> 0x00000026U))))) 
                                                      << 6U) 
                                                     | (((2U 
                                                          & ((IData)(
                                                                     (vlSelfRef.harness__DOT__engine__DOT__post__DOT__part_0 
                                                                      >> 0x00000026U)) 
                                                             << 1U)) 
                                                         | (1U 
                                                            & (IData)(
                                                                      (vlSelfRef.harness__DOT__engine__DOT__post__DOT__part_0 
                                                                       >> 0x00000026U)))) 
                                                        << 4U)) 
                                                    | ((((2U 
                                                          & ((IData)(
                                                                     (vlSelfRef.harness__DOT__engine__DOT__post__DOT__part_0 
                                                                      >> 0x00000026U)) 
                                                             << 1U)) 
                                                         | (1U 
                                                            & (IData)(
                                                                      (vlSelfRef.harness__DOT__engine__DOT__post__DOT__part_0 
                                                                       >> 0x00000026U)))) 
                                                        << 2U) 
                                                       | ((2U 
                                                           & ((IData)(
                                                                      (vlSelfRef.harness__DOT__engine__DOT__post__DOT__part_0 
                                                                       >> 0x00000026U)) 
                                                              << 1U)) 
                                                          | (1U 
                                                             & (IData)(
                                                                       (vlSelfRef.harness__DOT__engine__DOT__post__DOT__part_0 
                                                                        >> 0x00000026U)))))))) 
                                   << 0x00000037U) 
                                  | (vlSelfRef.harness__DOT__engine__DOT__post__DOT__part_0 
                                     << 0x00000010U)));
        __Vtemp_10[1U] = (IData)(((((QData)((IData)(
                                                    (((((4U 
                                                         & ((IData)(
                                                                    (vlSelfRef.harness__DOT__engine__DOT__post__DOT__part_0 
                                                                     >> 0x00000026U)) 
                                                            << 2U)) 
                                                        | ((2U 
                                                            & ((IData)(
                                                                       (vlSelfRef.harness__DOT__engine__DOT__post__DOT__part_0 
                                                                        >> 0x00000026U)) 
                                                               << 1U)) 
                                                           | (1U 
                                                              & (IData)(
                                                                        (vlSelfRef.harness__DOT__engine__DOT__post__DOT__part_0 
                                                                         >> 0x00000026U))))) 
                                                       << 6U) 
                                                      | (((2U 
                                                           & ((IData)(
                                                                      (vlSelfRef.harness__DOT__engine__DOT__post__DOT__part_0 
                                                                       >> 0x00000026U)) 
                                                              << 1U)) 
                                                          | (1U 
                                                             & (IData)(
                                                                       (vlSelfRef.harness__DOT__engine__DOT__post__DOT__part_0 
                                                                        >> 0x00000026U)))) 
                                                         << 4U)) 
                                                     | ((((2U 
                                                           & ((IData)(
                                                                      (vlSelfRef.harness__DOT__engine__DOT__post__DOT__part_0 
                                                                       >> 0x00000026U)) 
                                                              << 1U)) 
                                                          | (1U 
                                                             & (IData)(
                                                                       (vlSelfRef.harness__DOT__engine__DOT__post__DOT__part_0 
                                                                        >> 0x00000026U)))) 
                                                         << 2U) 
                                                        | ((2U 
                                                            & ((IData)(
                                                                       (vlSelfRef.harness__DOT__engine__DOT__post__DOT__part_0 
                                                                        >> 0x00000026U)) 
                                                               << 1U)) 
                                                           | (1U 
                                                              & (IData)(
                                                                        (vlSelfRef.harness__DOT__engine__DOT__post__DOT__part_0 
                                                                         >> 0x00000026U)))))))) 
                                    << 0x00000037U) 
                                   | (vlSelfRef.harness__DOT__engine__DOT__post__DOT__part_0 
                                      << 0x00000010U)) 
                                  >> 0x00000020U));
        __Vtemp_10[2U] = ((((4U & ((IData)((vlSelfRef.harness__DOT__engine__DOT__post__DOT__part_0 
                                            >> 0x00000026U)) 
                                   << 2U)) | ((2U & 
                                               ((IData)(
                                                        (vlSelfRef.harness__DOT__engine__DOT__post__DOT__part_0 
                                                         >> 0x00000026U)) 
                                                << 1U)) 
                                              | (1U 
                                                 & (IData)(
                                                           (vlSelfRef.harness__DOT__engine__DOT__post__DOT__part_0 
                                                            >> 0x00000026U))))) 
                           << 3U) | ((4U & ((IData)(
                                                    (vlSelfRef.harness__DOT__engine__DOT__post__DOT__part_0 
                                                     >> 0x00000026U)) 
                                            << 2U)) 
                                     | ((2U & ((IData)(
                                                       (vlSelfRef.harness__DOT__engine__DOT__post__DOT__part_0 
                                                        >> 0x00000026U)) 
                                               << 1U)) 
                                        | (1U & (IData)(
                                                        (vlSelfRef.harness__DOT__engine__DOT__post__DOT__part_0 
                                                         >> 0x00000026U))))));
        VL_EXTENDS_WW(71,70, __Vtemp_11, __Vtemp_10);
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024309 
            = (0x003fffffffffffffULL & ((((QData)((IData)(__Vtemp_7[1U])) 
                                          << 0x00000020U) 
                                         | (QData)((IData)(__Vtemp_7[0U]))) 
                                        + (((QData)((IData)(__Vtemp_11[1U])) 
                                            << 0x00000020U) 
                                           | (QData)((IData)(__Vtemp_11[0U])))));
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024332 
            = (0x01ffffffU & ((- vlSelfRef.harness__DOT__engine__DOT__post__DOT__joint_factor) 
                              & (- (IData)((1U & ((IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__joint_operand_0) 
                                                  >> 8U))))));
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024292 
            = vlSelfRef.harness__DOT__engine__DOT__post__DOT__rest_0;
    }
    if (harness__DOT__engine__DOT__post__DOT____024209) {
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024292 
            = (0x0000ffffU & (IData)((vlSelfRef.harness__DOT__engine__DOT__post__DOT___0_ 
                                      >> 0x14U)));
    }
    vlSelfRef.harness__DOT__engine__DOT__post__DOT____024294 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT__rows_0_0;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT____024295 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT__rows_0_1;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT____024296 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT__rows_0_2;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT____024297 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT__rows_0_3;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT____024327 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT__joint_factor;
    if (harness__DOT__engine__DOT__post__DOT____024236) {
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024329 
            = vlSelfRef.harness__DOT__engine__DOT__post__DOT__residual_0;
    }
    vlSelfRef.harness__DOT__engine__DOT__post__DOT____024328 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT__joint_operand_0;
    if (vlSelfRef.harness__DOT__engine__DOT__enable) {
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024294 
            = (0x0fffffffU & ((8U & (IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__factor_0))
                               ? (VL_EXTENDS_II(28,27, harness__DOT__engine__DOT__post__DOT__part_0_2) 
                                  + VL_EXTENDS_II(28,26, 
                                                  (vlSelfRef.harness__DOT__engine__DOT__post__DOT__sum_0 
                                                   << 3U)))
                               : ((0x08000000U & (harness__DOT__engine__DOT__post__DOT__part_0_2 
                                                  << 1U)) 
                                  | harness__DOT__engine__DOT__post__DOT__part_0_2)));
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024295 
            = (0x0fffffffU & ((0x00000080U & (IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__factor_0))
                               ? (VL_EXTENDS_II(28,26, 
                                                (vlSelfRef.harness__DOT__engine__DOT__post__DOT__sum_0 
                                                 << 3U)) 
                                  + VL_EXTENDS_II(28,27, harness__DOT__engine__DOT__post__DOT__part_0_6))
                               : ((0x08000000U & (harness__DOT__engine__DOT__post__DOT__part_0_6 
                                                  << 1U)) 
                                  | harness__DOT__engine__DOT__post__DOT__part_0_6)));
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024296 
            = (0x0fffffffU & ((0x00000800U & (IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__factor_0))
                               ? (VL_EXTENDS_II(28,26, 
                                                (vlSelfRef.harness__DOT__engine__DOT__post__DOT__sum_0 
                                                 << 3U)) 
                                  + VL_EXTENDS_II(28,27, harness__DOT__engine__DOT__post__DOT__part_0_10))
                               : ((0x08000000U & (harness__DOT__engine__DOT__post__DOT__part_0_10 
                                                  << 1U)) 
                                  | harness__DOT__engine__DOT__post__DOT__part_0_10)));
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024297 
            = (0x0fffffffU & ((0x00008000U & (IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__factor_0))
                               ? (VL_EXTENDS_II(28,26, 
                                                (vlSelfRef.harness__DOT__engine__DOT__post__DOT__sum_0 
                                                 << 3U)) 
                                  + VL_EXTENDS_II(28,27, harness__DOT__engine__DOT__post__DOT__part_0_14))
                               : ((0x08000000U & (harness__DOT__engine__DOT__post__DOT__part_0_14 
                                                  << 1U)) 
                                  | harness__DOT__engine__DOT__post__DOT__part_0_14)));
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024327 
            = ((IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__valid_9)
                ? harness__DOT__engine__DOT__post__DOT____024233
                : harness__DOT__engine__DOT__post__DOT____024234);
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024328 
            = vlSelfRef.harness__DOT__engine__DOT__post__DOT__joint_rest_0;
    }
    if (harness__DOT__engine__DOT__post__DOT____024236) {
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024328 
            = vlSelfRef.harness__DOT__engine__DOT__post__DOT__limited_0;
    }
    vlSelfRef.harness__DOT__engine__DOT__post__DOT____024330 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT__joint_rows_0_0;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT____024331 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT__joint_rows_0_1;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT____024337 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT__joint_part_0;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT____024343 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT__joint_sum_0;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT____024352 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT__older_0;
    if (((IData)(vlSelfRef.harness__DOT__engine__DOT__enable) 
         & (IData)(harness__DOT__engine__DOT__post__DOT____024151))) {
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024352 
            = (0x000000ffU & ((0x000003ffU & VL_EXTENDS_II(10,9, (IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__late_0))) 
                              - (0x000003ffU & VL_EXTENDS_II(10,9, (IData)(harness__DOT__engine__DOT__post__DOT____024266)))));
    }
    if (harness__DOT__engine__DOT__source__DOT__restart) {
        vlSelfRef.harness__DOT__engine__DOT__source__DOT__words__DOT____02412 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__source__DOT__words__DOT____02413 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__source__DOT__words__DOT____02415 = 0U;
    }
    vlSelfRef.harness__DOT__engine__DOT__source__DOT__words__DOT____02414 
        = vlSelfRef.harness__DOT__engine__DOT__source__DOT__words__DOT____024like;
    if (harness__DOT__engine__DOT__source__DOT__words__DOT____024signal) {
        vlSelfRef.harness__DOT__engine__DOT__source__DOT__words__DOT____02414 
            = (0x0000ffffU & ((IData)(1U) + (IData)(vlSelfRef.harness__DOT__engine__DOT__source__DOT__words__DOT____024like)));
    }
    if (harness__DOT__engine__DOT__source__DOT__rewind) {
        vlSelfRef.harness__DOT__engine__DOT__source__DOT__words__DOT____02414 
            = vlSelfRef.harness__DOT__engine__DOT__source__DOT__words__DOT__marked;
    }
    if (harness__DOT__engine__DOT__source__DOT__restart) {
        vlSelfRef.harness__DOT__engine__DOT__source__DOT__words__DOT____02414 = 0U;
    }
    vlSelfRef.harness__DOT__engine__DOT__post__DOT____024302 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT__part_0;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT____024350 
        = vlSelfRef.harness__DOT__engine__DOT__write__02427;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT____024319 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT__limited_0;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT____024323 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT__residual_0;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT____024279 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT__element;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT____024283 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT__start;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT____024345 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT__added_0;
    if (harness__DOT__engine__DOT__post__DOT____024159) {
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024276 
            = (1U & ((IData)(1U) + (IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__member)));
        if ((1U & (~ (IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__member)))) {
            vlSelfRef.harness__DOT__engine__DOT__post__DOT____024276 = 0U;
            vlSelfRef.harness__DOT__engine__DOT__post__DOT____024277 
                = (7U & ((IData)(1U) + (IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__step)));
            if (harness__DOT__engine__DOT__post__DOT____024169) {
                vlSelfRef.harness__DOT__engine__DOT__post__DOT____024277 = 0U;
                vlSelfRef.harness__DOT__engine__DOT__post__DOT____024278 
                    = (7U & ((IData)(1U) + (IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__position)));
                vlSelfRef.harness__DOT__engine__DOT__post__DOT____024279 
                    = (0x00007fffU & ((IData)(harness__DOT__engine__DOT__post__DOT____024171) 
                                      + (IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__element)));
            }
        }
        if (harness__DOT__engine__DOT__post__DOT____024189) {
            vlSelfRef.harness__DOT__engine__DOT__post__DOT____024280 
                = (3U & ((IData)(1U) + (IData)(vlSelfRef.harness__DOT__engine__DOT__result_bank)));
            vlSelfRef.harness__DOT__engine__DOT__post__DOT____024281 
                = (0x0000007fU & ((IData)(1U) + (IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__burst)));
            if (harness__DOT__engine__DOT__post__DOT____024193) {
                vlSelfRef.harness__DOT__engine__DOT__post__DOT____024281 = 0U;
                vlSelfRef.harness__DOT__engine__DOT__post__DOT____024282 
                    = (7U & ((IData)(1U) + (IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__group)));
                vlSelfRef.harness__DOT__engine__DOT__post__DOT____024284 
                    = (0x00007fffU & ((IData)(8U) + (IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__group_element)));
                vlSelfRef.harness__DOT__engine__DOT__post__DOT____024279 
                    = (0x00007fffU & ((IData)(8U) + (IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__group_element)));
                vlSelfRef.harness__DOT__engine__DOT__post__DOT____024283 
                    = (0x000001ffU & ((IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__start) 
                                      + (((IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__group) 
                                          == (IData)(harness__DOT__engine__DOT__post__DOT____024195))
                                          ? (IData)(harness__DOT__engine__DOT__post__DOT____024197)
                                          : 8U)));
                if (harness__DOT__engine__DOT__post__DOT____024203) {
                    vlSelfRef.harness__DOT__engine__DOT__post__DOT____024282 = 0U;
                    vlSelfRef.harness__DOT__engine__DOT__post__DOT____024284 = 0U;
                    vlSelfRef.harness__DOT__engine__DOT__post__DOT____024279 = 0U;
                    if ((0x0aU == (IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__layer))) {
                        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024283 = 0U;
                    }
                }
            }
            vlSelfRef.harness__DOT__engine__DOT__post__DOT____024278 = 0U;
        }
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024287 
            = (0x00007fffU & ((IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__step) 
                              + (0x0000ffffU & ((IData)(harness__DOT__engine__DOT__post__DOT____024206) 
                                                + (IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__element)))));
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024286 
            = vlSelfRef.harness__DOT__engine__DOT__post__DOT__flags_1;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024286 
            = ((((~ (IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__member)) 
                 & (((IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__group) 
                     == (IData)(harness__DOT__engine__DOT__post__DOT____02443)) 
                    & (((IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__burst) 
                        == (IData)(harness__DOT__engine__DOT__post__DOT____02440)) 
                       & (((0x0000001fU & ((((IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__burst) 
                                             == (IData)(harness__DOT__engine__DOT__post__DOT____02432))
                                             ? (IData)(harness__DOT__engine__DOT__post__DOT____02434)
                                             : (IData)(harness__DOT__engine__DOT__post__DOT____02435)) 
                                           - (IData)(1U))) 
                           == (IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__position)) 
                          & ((0x0000001fU & ((((IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__group) 
                                               == (IData)(harness__DOT__engine__DOT__post__DOT____02425))
                                               ? (IData)(harness__DOT__engine__DOT__post__DOT____02427)
                                               : 8U) 
                                             - (IData)(1U))) 
                             == (IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__step)))))) 
                << 3U) | ((((~ (IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__member)) 
                            & (((0x0000001fU & ((((IData)(harness__DOT__engine__DOT__post__DOT____02415) 
                                                  == (IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__burst))
                                                  ? (IData)(harness__DOT__engine__DOT__post__DOT____02417)
                                                  : (IData)(harness__DOT__engine__DOT__post__DOT____02418)) 
                                                - (IData)(1U))) 
                                == (IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__position)) 
                               & ((0x0000001fU & ((
                                                   ((IData)(harness__DOT__engine__DOT__post__DOT____0248) 
                                                    == (IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__group))
                                                    ? (IData)(harness__DOT__engine__DOT__post__DOT____02410)
                                                    : 8U) 
                                                  - (IData)(1U))) 
                                  == (IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__step)))) 
                           << 2U) | (3U & (- (IData)(
                                                     (1U 
                                                      & (~ (IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__member))))))));
    } else {
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024286 
            = vlSelfRef.harness__DOT__engine__DOT__post__DOT__flags_1;
    }
    if (vlSelfRef.harness__DOT__engine__DOT__enable) {
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024330 
            = (0x0fffffffU & ((8U & (IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__joint_operand_0))
                               ? (VL_EXTENDS_II(28,27, 
                                                (0x07ffffffU 
                                                 & harness__DOT__engine__DOT__post__DOT____024127)) 
                                  + VL_EXTENDS_II(28,27, 
                                                  (vlSelfRef.harness__DOT__engine__DOT__post__DOT__joint_factor 
                                                   << 3U)))
                               : ((0x08000000U & (harness__DOT__engine__DOT__post__DOT____024127 
                                                  << 1U)) 
                                  | (0x07ffffffU & harness__DOT__engine__DOT__post__DOT____024127))));
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024331 
            = (0x0fffffffU & ((0x00000080U & (IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__joint_operand_0))
                               ? (VL_EXTENDS_II(28,27, 
                                                (vlSelfRef.harness__DOT__engine__DOT__post__DOT__joint_factor 
                                                 << 3U)) 
                                  + VL_EXTENDS_II(28,27, 
                                                  (0x07ffffffU 
                                                   & harness__DOT__engine__DOT__post__DOT____024137)))
                               : ((0x08000000U & (harness__DOT__engine__DOT__post__DOT____024137 
                                                  << 1U)) 
                                  | (0x07ffffffU & harness__DOT__engine__DOT__post__DOT____024137))));
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024337 
            = (0x00000001ffffffffULL & ((0x000003ffffffffffULL 
                                         & VL_EXTENDS_QQ(42,36, 
                                                         (0x0000000fffffffffULL 
                                                          & (VL_EXTENDS_QI(36,29, 
                                                                           ((0x10000000U 
                                                                             & (vlSelfRef.harness__DOT__engine__DOT__post__DOT__joint_rows_0_0 
                                                                                << 1U)) 
                                                                            | vlSelfRef.harness__DOT__engine__DOT__post__DOT__joint_rows_0_0)) 
                                                             + 
                                                             VL_EXTENDS_QQ(36,35, 
                                                                           (((QData)((IData)(
                                                                                ((4U 
                                                                                & (vlSelfRef.harness__DOT__engine__DOT__post__DOT__joint_rows_0_1 
                                                                                >> 0x00000019U)) 
                                                                                | ((2U 
                                                                                & (vlSelfRef.harness__DOT__engine__DOT__post__DOT__joint_rows_0_1 
                                                                                >> 0x0000001aU)) 
                                                                                | (1U 
                                                                                & (vlSelfRef.harness__DOT__engine__DOT__post__DOT__joint_rows_0_1 
                                                                                >> 0x0000001bU)))))) 
                                                                             << 0x00000020U) 
                                                                            | (QData)((IData)(
                                                                                (vlSelfRef.harness__DOT__engine__DOT__post__DOT__joint_rows_0_1 
                                                                                << 4U))))))))) 
                                        + (0x000003ffffffffffULL 
                                           & VL_EXTENDS_QQ(42,40, 
                                                           ((QData)((IData)(
                                                                            (((((2U 
                                                                                & (vlSelfRef.harness__DOT__engine__DOT__post__DOT__joint_rows_0_2 
                                                                                >> 0x00000017U)) 
                                                                                | (1U 
                                                                                & (vlSelfRef.harness__DOT__engine__DOT__post__DOT__joint_rows_0_2 
                                                                                >> 0x00000018U))) 
                                                                               << 0x0000001eU) 
                                                                              | (((2U 
                                                                                & (vlSelfRef.harness__DOT__engine__DOT__post__DOT__joint_rows_0_2 
                                                                                >> 0x00000017U)) 
                                                                                | (1U 
                                                                                & (vlSelfRef.harness__DOT__engine__DOT__post__DOT__joint_rows_0_2 
                                                                                >> 0x00000018U))) 
                                                                                << 0x0000001cU)) 
                                                                             | ((0x08000000U 
                                                                                & (vlSelfRef.harness__DOT__engine__DOT__post__DOT__joint_rows_0_2 
                                                                                << 3U)) 
                                                                                | ((0x04000000U 
                                                                                & (vlSelfRef.harness__DOT__engine__DOT__post__DOT__joint_rows_0_2 
                                                                                << 2U)) 
                                                                                | ((0x02000000U 
                                                                                & (vlSelfRef.harness__DOT__engine__DOT__post__DOT__joint_rows_0_2 
                                                                                << 1U)) 
                                                                                | vlSelfRef.harness__DOT__engine__DOT__post__DOT__joint_rows_0_2)))))) 
                                                            << 8U)))));
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024343 
            = (0x00000007ffffffffULL & (VL_EXTENDS_QQ(35,34, 
                                                      (0x00000003ffffffffULL 
                                                       & (VL_EXTENDS_QQ(34,33, vlSelfRef.harness__DOT__engine__DOT__post__DOT__joint_first_0) 
                                                          + 
                                                          VL_EXTENDS_QQ(34,33, vlSelfRef.harness__DOT__engine__DOT__post__DOT__joint_part_0)))) 
                                        + VL_EXTENDS_QI(35,27, harness__DOT__engine__DOT__post__DOT____024240)));
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024302 
            = (0x0000007fffffffffULL & ((0x00003fffffffffffULL 
                                         & VL_EXTENDS_QQ(46,36, 
                                                         (0x0000000fffffffffULL 
                                                          & (VL_EXTENDS_QI(36,29, 
                                                                           ((0x10000000U 
                                                                             & (vlSelfRef.harness__DOT__engine__DOT__post__DOT__rows_0_0 
                                                                                << 1U)) 
                                                                            | vlSelfRef.harness__DOT__engine__DOT__post__DOT__rows_0_0)) 
                                                             + 
                                                             VL_EXTENDS_QQ(36,35, 
                                                                           (((QData)((IData)(
                                                                                ((4U 
                                                                                & (vlSelfRef.harness__DOT__engine__DOT__post__DOT__rows_0_1 
                                                                                >> 0x00000019U)) 
                                                                                | ((2U 
                                                                                & (vlSelfRef.harness__DOT__engine__DOT__post__DOT__rows_0_1 
                                                                                >> 0x0000001aU)) 
                                                                                | (1U 
                                                                                & (vlSelfRef.harness__DOT__engine__DOT__post__DOT__rows_0_1 
                                                                                >> 0x0000001bU)))))) 
                                                                             << 0x00000020U) 
                                                                            | (QData)((IData)(
                                                                                (vlSelfRef.harness__DOT__engine__DOT__post__DOT__rows_0_1 
                                                                                << 4U))))))))) 
                                        + (0x00003fffffffffffULL 
                                           & VL_EXTENDS_QQ(46,45, 
                                                           (0x00001fffffffffffULL 
                                                            & (VL_EXTENDS_QQ(45,43, 
                                                                             (((QData)((IData)(
                                                                                (((((2U 
                                                                                & (vlSelfRef.harness__DOT__engine__DOT__post__DOT__rows_0_2 
                                                                                >> 0x0000001aU)) 
                                                                                | (1U 
                                                                                & (vlSelfRef.harness__DOT__engine__DOT__post__DOT__rows_0_2 
                                                                                >> 0x0000001bU))) 
                                                                                << 5U) 
                                                                                | (((2U 
                                                                                & (vlSelfRef.harness__DOT__engine__DOT__post__DOT__rows_0_2 
                                                                                >> 0x0000001aU)) 
                                                                                | (1U 
                                                                                & (vlSelfRef.harness__DOT__engine__DOT__post__DOT__rows_0_2 
                                                                                >> 0x0000001bU))) 
                                                                                << 3U)) 
                                                                                | ((4U 
                                                                                & (vlSelfRef.harness__DOT__engine__DOT__post__DOT__rows_0_2 
                                                                                >> 0x00000019U)) 
                                                                                | ((2U 
                                                                                & (vlSelfRef.harness__DOT__engine__DOT__post__DOT__rows_0_2 
                                                                                >> 0x0000001aU)) 
                                                                                | (1U 
                                                                                & (vlSelfRef.harness__DOT__engine__DOT__post__DOT__rows_0_2 
                                                                                >> 0x0000001bU))))))) 
                                                                               << 0x00000024U) 
                                                                              | ((QData)((IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__rows_0_2)) 
                                                                                << 8U))) 
                                                               + 
                                                               VL_EXTENDS_QQ(45,43, 
                                                                             (((QData)((IData)(
                                                                                ((4U 
                                                                                & (vlSelfRef.harness__DOT__engine__DOT__post__DOT__rows_0_3 
                                                                                >> 0x00000019U)) 
                                                                                | ((2U 
                                                                                & (vlSelfRef.harness__DOT__engine__DOT__post__DOT__rows_0_3 
                                                                                >> 0x0000001aU)) 
                                                                                | (1U 
                                                                                & (vlSelfRef.harness__DOT__engine__DOT__post__DOT__rows_0_3 
                                                                                >> 0x0000001bU)))))) 
                                                                               << 0x00000028U) 
                                                                              | ((QData)((IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__rows_0_3)) 
                                                                                << 0x0000000cU)))))))));
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024350 
            = ((IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__valid_11) 
               & ((IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__address_11) 
                  & ((~ (IData)(harness__DOT__engine__DOT__post__DOT____024258)) 
                     & ((IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__flags_11) 
                        >> 1U))));
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024319 
            = (0x000001ffU & (VL_GTS_III(26, (0x03ffffffU 
                                              & VL_EXTENDS_II(26,9, (IData)(harness__DOT__engine__DOT__post__DOT____024219))), vlSelfRef.harness__DOT__engine__DOT__post__DOT__scaled_0)
                               ? ((((((((2U & ((IData)(harness__DOT__engine__DOT__post__DOT____024221) 
                                               >> 7U)) 
                                        | (1U & ((IData)(harness__DOT__engine__DOT__post__DOT____024221) 
                                                 >> 8U))) 
                                       << 5U) | (((2U 
                                                   & ((IData)(harness__DOT__engine__DOT__post__DOT____024221) 
                                                      >> 7U)) 
                                                  | (1U 
                                                     & ((IData)(harness__DOT__engine__DOT__post__DOT____024221) 
                                                        >> 8U))) 
                                                 << 3U)) 
                                     | ((4U & ((IData)(harness__DOT__engine__DOT__post__DOT____024221) 
                                               >> 6U)) 
                                        | ((2U & ((IData)(harness__DOT__engine__DOT__post__DOT____024221) 
                                                  >> 7U)) 
                                           | (1U & 
                                              ((IData)(harness__DOT__engine__DOT__post__DOT____024221) 
                                               >> 8U))))) 
                                    << 0x00000013U) 
                                   | ((((4U & ((IData)(harness__DOT__engine__DOT__post__DOT____024221) 
                                               >> 6U)) 
                                        | ((2U & ((IData)(harness__DOT__engine__DOT__post__DOT____024221) 
                                                  >> 7U)) 
                                           | (1U & 
                                              ((IData)(harness__DOT__engine__DOT__post__DOT____024221) 
                                               >> 8U)))) 
                                       << 0x00000010U) 
                                      | (((4U & ((IData)(harness__DOT__engine__DOT__post__DOT____024221) 
                                                 >> 6U)) 
                                          | ((2U & 
                                              ((IData)(harness__DOT__engine__DOT__post__DOT____024221) 
                                               >> 7U)) 
                                             | (1U 
                                                & ((IData)(harness__DOT__engine__DOT__post__DOT____024221) 
                                                   >> 8U)))) 
                                         << 0x0000000dU))) 
                                  | ((((2U & ((IData)(harness__DOT__engine__DOT__post__DOT____024221) 
                                              >> 7U)) 
                                       | (1U & ((IData)(harness__DOT__engine__DOT__post__DOT____024221) 
                                                >> 8U))) 
                                      << 0x0000000bU) 
                                     | ((0x00000400U 
                                         & ((IData)(harness__DOT__engine__DOT__post__DOT____024221) 
                                            << 2U)) 
                                        | ((0x00000200U 
                                            & ((IData)(harness__DOT__engine__DOT__post__DOT____024221) 
                                               << 1U)) 
                                           | (IData)(harness__DOT__engine__DOT__post__DOT____024221)))))
                               : (VL_LTS_III(26, (0x03ffffffU 
                                                  & VL_EXTENDS_II(26,9, (IData)(harness__DOT__engine__DOT__post__DOT____024222))), vlSelfRef.harness__DOT__engine__DOT__post__DOT__scaled_0)
                                   ? (IData)(harness__DOT__engine__DOT__post__DOT____024224)
                                   : vlSelfRef.harness__DOT__engine__DOT__post__DOT__scaled_0)));
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024323 
            = (0x000001ffU & VL_EXTENDS_II(9,8, (0x000000ffU 
                                                 & ((1U 
                                                     & (IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__address_3))
                                                     ? 
                                                    ((IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__fresh)
                                                      ? 
                                                     ((IData)(harness__DOT__engine__DOT__residual_data) 
                                                      >> 8U)
                                                      : (IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__caught_1))
                                                     : 
                                                    ((IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__fresh)
                                                      ? (IData)(harness__DOT__engine__DOT__residual_data)
                                                      : (IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__caught_0))))));
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024345 
            = (0x000001ffU & (IData)((0x00000007ffffffffULL 
                                      & (VL_GTS_IQQ(35, 
                                                    (0x00000007ffffffffULL 
                                                     & VL_EXTENDS_QI(35,9, (IData)(harness__DOT__engine__DOT__post__DOT____024242))), 
                                                    (0x00000007ffffffffULL 
                                                     & VL_SHIFTRS_QQI(35,35,5, vlSelfRef.harness__DOT__engine__DOT__post__DOT__joint_sum_0, (IData)(harness__DOT__engine__DOT__post__DOT____024243))))
                                          ? (((QData)((IData)(
                                                              ((4U 
                                                                & ((IData)(harness__DOT__engine__DOT__post__DOT____024246) 
                                                                   >> 6U)) 
                                                               | ((2U 
                                                                   & ((IData)(harness__DOT__engine__DOT__post__DOT____024246) 
                                                                      >> 7U)) 
                                                                  | (1U 
                                                                     & ((IData)(harness__DOT__engine__DOT__post__DOT____024246) 
                                                                        >> 8U)))))) 
                                              << 0x00000020U) 
                                             | (QData)((IData)(
                                                               ((((((((2U 
                                                                       & ((IData)(harness__DOT__engine__DOT__post__DOT____024246) 
                                                                          >> 7U)) 
                                                                      | (1U 
                                                                         & ((IData)(harness__DOT__engine__DOT__post__DOT____024246) 
                                                                            >> 8U))) 
                                                                     << 6U) 
                                                                    | (((2U 
                                                                         & ((IData)(harness__DOT__engine__DOT__post__DOT____024246) 
                                                                            >> 7U)) 
                                                                        | (1U 
                                                                           & ((IData)(harness__DOT__engine__DOT__post__DOT____024246) 
                                                                              >> 8U))) 
                                                                       << 4U)) 
                                                                   | ((((2U 
                                                                         & ((IData)(harness__DOT__engine__DOT__post__DOT____024246) 
                                                                            >> 7U)) 
                                                                        | (1U 
                                                                           & ((IData)(harness__DOT__engine__DOT__post__DOT____024246) 
                                                                              >> 8U))) 
                                                                       << 2U) 
                                                                      | ((2U 
                                                                          & ((IData)(harness__DOT__engine__DOT__post__DOT____024246) 
                                                                             >> 7U)) 
                                                                         | (1U 
                                                                            & ((IData)(harness__DOT__engine__DOT__post__DOT____024246) 
                                                                               >> 8U))))) 
                                                                  << 0x00000018U) 
                                                                 | ((((((2U 
                                                                         & ((IData)(harness__DOT__engine__DOT__post__DOT____024246) 
                                                                            >> 7U)) 
                                                                        | (1U 
                                                                           & ((IData)(harness__DOT__engine__DOT__post__DOT____024246) 
                                                                              >> 8U))) 
                                                                       << 6U) 
                                                                      | (((2U 
                                                                           & ((IData)(harness__DOT__engine__DOT__post__DOT____024246) 
                                                                              >> 7U)) 
                                                                          | (1U 
                                                                             & ((IData)(harness__DOT__engine__DOT__post__DOT____024246) 
                                                                                >> 8U))) 
                                                                         << 4U)) 
                                                                     | ((((2U 
                                                                           & ((IData)(harness__DOT__engine__DOT__post__DOT____024246) 
                                                                              >> 7U)) 
                                                                          | (1U 
                                                                             & ((IData)(harness__DOT__engine__DOT__post__DOT____024246) 
                                                                                >> 8U))) 
                                                                         << 2U) 
                                                                        | ((2U 
                                                                            & ((IData)(harness__DOT__engine__DOT__post__DOT____024246) 
                                                                               >> 7U)) 
                                                                           | (1U 
                                                                              & ((IData)(harness__DOT__engine__DOT__post__DOT____024246) 
                                                                                >> 8U))))) 
                                                                    << 0x00000010U)) 
                                                                | (((((2U 
                                                                       & ((IData)(harness__DOT__engine__DOT__post__DOT____024246) 
                                                                          >> 7U)) 
                                                                      | (1U 
                                                                         & ((IData)(harness__DOT__engine__DOT__post__DOT____024246) 
                                                                            >> 8U))) 
                                                                     << 0x0000000eU) 
                                                                    | (((2U 
                                                                         & ((IData)(harness__DOT__engine__DOT__post__DOT____024246) 
                                                                            >> 7U)) 
                                                                        | (1U 
                                                                           & ((IData)(harness__DOT__engine__DOT__post__DOT____024246) 
                                                                              >> 8U))) 
                                                                       << 0x0000000cU)) 
                                                                   | ((0x00000800U 
                                                                       & ((IData)(harness__DOT__engine__DOT__post__DOT____024246) 
                                                                          << 3U)) 
                                                                      | ((0x00000400U 
                                                                          & ((IData)(harness__DOT__engine__DOT__post__DOT____024246) 
                                                                             << 2U)) 
                                                                         | ((0x00000200U 
                                                                             & ((IData)(harness__DOT__engine__DOT__post__DOT____024246) 
                                                                                << 1U)) 
                                                                            | (IData)(harness__DOT__engine__DOT__post__DOT____024246)))))))))
                                          : (VL_LTS_IQQ(35, 
                                                        (0x00000007ffffffffULL 
                                                         & VL_EXTENDS_QI(35,9, (IData)(harness__DOT__engine__DOT__post__DOT____024247))), 
                                                        (0x00000007ffffffffULL 
                                                         & VL_SHIFTRS_QQI(35,35,5, vlSelfRef.harness__DOT__engine__DOT__post__DOT__joint_sum_0, (IData)(harness__DOT__engine__DOT__post__DOT____024248))))
                                              ? (QData)((IData)(harness__DOT__engine__DOT__post__DOT____024251))
                                              : VL_SHIFTRS_QQI(35,35,5, vlSelfRef.harness__DOT__engine__DOT__post__DOT__joint_sum_0, (IData)(harness__DOT__engine__DOT__post__DOT____024252)))))));
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024353 
            = vlSelfRef.harness__DOT__engine__DOT__post__DOT__turn;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024353 
            = ((~ (IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__turn)) 
               & ((IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__valid_7) 
                  | ((IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__valid_11) 
                     | ((IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__valid_5) 
                        | ((IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__valid_17) 
                           | ((IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__valid_16) 
                              | ((IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__valid_15) 
                                 | ((IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__valid_14) 
                                    | ((IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__valid_9) 
                                       | ((IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__valid_4) 
                                          | ((IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__valid_3) 
                                             | ((IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__valid_8) 
                                                | ((IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__valid_12) 
                                                   | ((IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__valid_10) 
                                                      | ((IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__valid_13) 
                                                         | ((IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__valid_2) 
                                                            | ((IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__valid_1) 
                                                               | (IData)(harness__DOT__engine__DOT__post__DOT__issue))))))))))))))))));
    } else {
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024353 
            = vlSelfRef.harness__DOT__engine__DOT__post__DOT__turn;
    }
    vlSelfRef.harness__DOT__engine__DOT__activations__DOT__write__02410 
        = (3U & (((((IData)(harness__DOT__engine__DOT__address) 
                    & (IData)(harness__DOT__engine__DOT__activations__DOT____02411)) 
                   << 1U) | ((~ (IData)(harness__DOT__engine__DOT__address)) 
                             & (IData)(harness__DOT__engine__DOT__activations__DOT____02411))) 
                 | (- (IData)(((0U != (IData)(vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__fsm_state)) 
                               & (IData)(harness__DOT__engine__DOT__write))))));
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____02474 
        = vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__left;
    if (vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__draining) {
        vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____02474 
            = (3U & ((IData)(vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__left) 
                     - (IData)(1U)));
    }
    if (harness__DOT__engine__DOT__sequencer__DOT____02428) {
        vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____02474 = 3U;
    }
    if (vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__draining) {
        vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____02475 = 1U;
        vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____02475 
            = (1U != (IData)(vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__left));
    } else {
        vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____02475 = 0U;
    }
    if (harness__DOT__engine__DOT__sequencer__DOT____02428) {
        vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____02475 = 1U;
    }
    harness__DOT__engine__DOT__sequencer__DOT____02411 
        = (0x0000007fU & (((IData)(1U) + (IData)(vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__number)) 
                          & (- (IData)((1U & (~ (IData)(vlSelfRef.harness__DOT__engine__DOT__closes)))))));
    vlSelfRef.harness__DOT__engine__DOT__end = ((IData)(vlSelfRef.harness__DOT__engine__DOT__closes) 
                                                & ((IData)(vlSelfRef.harness__DOT__engine__DOT__position) 
                                                   == (IData)(vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__stop)));
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____02472 
        = vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__number;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____02473 
        = vlSelfRef.harness__DOT__engine__DOT__closes;
    harness__DOT__engine__DOT__sequencer__DOT__finish 
        = ((IData)(vlSelfRef.harness__DOT__engine__DOT__step) 
           & (IData)(vlSelfRef.harness__DOT__engine__DOT__end));
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____02479 
        = vlSelfRef.harness__DOT__engine__DOT__bank;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____02476 
        = vlSelfRef.harness__DOT__engine__DOT__position;
    if (((IData)(vlSelfRef.harness__DOT__engine__DOT__closes) 
         & (IData)(vlSelfRef.harness__DOT__engine__DOT__step))) {
        vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____02476 
            = (7U & ((IData)(1U) + (IData)(vlSelfRef.harness__DOT__engine__DOT__position)));
    }
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____02480 
        = vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__burst;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____02483 
        = vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__group;
    __Vtableidx75 = ((((IData)(vlSelfRef.harness__DOT__rst) 
                       << 5U) | ((IData)(vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__fsm_state) 
                                 << 3U)) | (((IData)(vlSelfRef.harness__DOT__engine__DOT__last) 
                                             << 2U) 
                                            | (((IData)(harness__DOT__engine__DOT__sequencer__DOT__finish) 
                                                << 1U) 
                                               | (IData)(vlSelfRef.harness__DOT__engine__DOT__first))));
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____02478 
        = Vtop__ConstPool__TABLE_h5d27c977_0[__Vtableidx75];
    __Vtableidx77 = ((((IData)(vlSelfRef.harness__DOT__rst) 
                       << 7U) | (((IData)(vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__fsm_state) 
                                  << 5U) | (((IData)(harness__DOT__engine__DOT__sequencer__DOT____02448) 
                                             == (0x0000000fU 
                                                 & ((IData)(2U) 
                                                    + (IData)(vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__group)))) 
                                            << 4U))) 
                     | ((((IData)(vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__last_burst) 
                          << 3U) | ((IData)(vlSelfRef.harness__DOT__engine__DOT__last) 
                                    << 2U)) | (((IData)(harness__DOT__engine__DOT__sequencer__DOT__finish) 
                                                << 1U) 
                                               | (IData)(vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__last_group))));
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____02484 
        = Vtop__ConstPool__TABLE_hdb7b9c00_0[__Vtableidx77];
    __Vtableidx76 = ((((((IData)(vlSelfRef.harness__DOT__rst) 
                         << 4U) | ((IData)(harness__DOT__engine__DOT__sequencer__DOT____02459) 
                                   << 3U)) | (((IData)(vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__fsm_state) 
                                               << 1U) 
                                              | (IData)(harness__DOT__engine__DOT__sequencer__DOT____02442))) 
                      << 4U) | (((((IData)(harness__DOT__engine__DOT__sequencer__DOT____02433) 
                                   == (0x000000ffU 
                                       & ((IData)(2U) 
                                          + (IData)(vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__burst)))) 
                                  << 3U) | ((IData)(vlSelfRef.harness__DOT__engine__DOT__last) 
                                            << 2U)) 
                                | (((IData)(harness__DOT__engine__DOT__sequencer__DOT__finish) 
                                    << 1U) | (IData)(vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__last_burst))));
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____02481 
        = Vtop__ConstPool__TABLE_heedcf5cf_0[__Vtableidx76];
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____02482 
        = vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__stop;
    if ((2U & (IData)(vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__fsm_state))) {
        if ((1U & (IData)(vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__fsm_state))) {
            if ((1U & (~ (0U != (IData)(vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__unwritten))))) {
                vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____02490 
                    = ((0x0aU == (IData)(vlSelfRef.harness__DOT__engine__DOT__layer))
                        ? 0U : (0x0000000fU & ((IData)(1U) 
                                               + (IData)(vlSelfRef.harness__DOT__engine__DOT__layer))));
            }
        }
    }
    if (vlSelfRef.harness__DOT__engine__DOT__step) {
        vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____02472 
            = (0x0000003fU & (IData)(harness__DOT__engine__DOT__sequencer__DOT____02411));
        vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____02473 
            = ((IData)(harness__DOT__engine__DOT__sequencer__DOT____02423) 
               == (0x0000003fU & (IData)(harness__DOT__engine__DOT__sequencer__DOT____02411)));
    }
    harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02439 
        = (((~ (IData)(vlSelfRef.harness__DOT__engine__DOT__last)) 
            & (IData)(harness__DOT__engine__DOT__sequencer__DOT__finish))
            ? vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__walk__DOT__saved
            : (((QData)((IData)((0x00007fffU & (IData)(harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02435)))) 
                << 0x00000016U) | (QData)((IData)((
                                                   (0x003f0000U 
                                                    & ((IData)(harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02429) 
                                                       << 0x00000010U)) 
                                                   | ((0x0000fc00U 
                                                       & ((IData)(harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02423) 
                                                          << 0x0000000aU)) 
                                                      | ((0x000003e0U 
                                                          & ((IData)(harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02418) 
                                                             << 5U)) 
                                                         | (0x0000001fU 
                                                            & (IData)(harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02412)))))))));
    harness__DOT__engine__DOT__sequencer__DOT__start = 0U;
    harness__DOT__engine__DOT__sequencer__DOT____0245 
        = ((IData)(vlSelfRef.harness__DOT__engine__DOT__last) 
           & (IData)(harness__DOT__engine__DOT__sequencer__DOT__finish));
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____02486 
        = vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__offset;
    if ((0U != (IData)(vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__fsm_state))) {
        if ((1U == (IData)(vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__fsm_state))) {
            vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____02473 
                = harness__DOT__engine__DOT__sequencer__DOT____02464;
        }
    }
    if (harness__DOT__engine__DOT__sequencer__DOT__finish) {
        if (vlSelfRef.harness__DOT__engine__DOT__last) {
            vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____02479 
                = (3U & ((IData)(1U) + (IData)(vlSelfRef.harness__DOT__engine__DOT__bank)));
            vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____02480 
                = (0x0000007fU & ((IData)(1U) + (IData)(vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__burst)));
            if (vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__last_burst) {
                vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____02480 = 0U;
                vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____02483 
                    = (7U & ((IData)(1U) + (IData)(vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__group)));
            }
        }
        vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____02476 = 0U;
    }
    if ((0U != (IData)(vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__fsm_state))) {
        if ((1U == (IData)(vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__fsm_state))) {
            vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____02483 = 0U;
        }
    }
    if (harness__DOT__engine__DOT__sequencer__DOT__finish) {
        if (vlSelfRef.harness__DOT__engine__DOT__last) {
            vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____02482 
                = (((IData)(harness__DOT__engine__DOT__sequencer__DOT____02436) 
                    == (0x000000ffU & ((IData)(2U) 
                                       + (IData)(vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__burst))))
                    ? (IData)(harness__DOT__engine__DOT__sequencer__DOT____02439)
                    : (IData)(harness__DOT__engine__DOT__sequencer__DOT____02440));
            if (vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__last_burst) {
                vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____02482 
                    = ((IData)(harness__DOT__engine__DOT__sequencer__DOT____02443)
                        ? (IData)(harness__DOT__engine__DOT__sequencer__DOT____02444)
                        : (IData)(harness__DOT__engine__DOT__sequencer__DOT____02445));
            }
        }
    }
    if ((0U != (IData)(vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__fsm_state))) {
        if ((1U == (IData)(vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__fsm_state))) {
            vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____02482 
                = ((IData)(harness__DOT__engine__DOT__sequencer__DOT____02460)
                    ? (IData)(harness__DOT__engine__DOT__sequencer__DOT____02461)
                    : (IData)(harness__DOT__engine__DOT__sequencer__DOT____02462));
        }
    }
    if (harness__DOT__engine__DOT__sequencer__DOT__finish) {
        if (vlSelfRef.harness__DOT__engine__DOT__last) {
            if (vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__last_burst) {
                harness__DOT__engine__DOT__sequencer__DOT__start = 1U;
            }
        }
    }
    if ((0U != (IData)(vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__fsm_state))) {
        if ((1U == (IData)(vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__fsm_state))) {
            harness__DOT__engine__DOT__sequencer__DOT__start = 1U;
        }
    }
    if (harness__DOT__engine__DOT__sequencer__DOT__start) {
        vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____02486 
            = (0x00007fffU & ((IData)(harness__DOT__engine__DOT__sequencer__DOT____02451) 
                              + (IData)(vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__offset)));
    }
    if ((2U & (IData)(vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__fsm_state))) {
        if ((1U & (IData)(vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__fsm_state))) {
            vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____02486 = 0U;
        }
    }
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02442 
        = vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__walk__DOT__counter_0;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02443 
        = vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__walk__DOT__counter_1;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02444 
        = vlSelfRef.harness__DOT__engine__DOT__y;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02445 
        = vlSelfRef.harness__DOT__engine__DOT__x;
    if (vlSelfRef.harness__DOT__engine__DOT__step) {
        vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02442 
            = (0x0000001fU & (IData)(harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02439));
        vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02443 
            = (0x0000001fU & (IData)((harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02439 
                                      >> 5U)));
        vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02444 
            = (0x0000003fU & (IData)((harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02439 
                                      >> 0x0aU)));
        vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02445 
            = (0x0000003fU & (IData)((harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02439 
                                      >> 0x10U)));
        vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02446 
            = vlSelfRef.harness__DOT__engine__DOT__base;
        vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02446 
            = (0x00007fffU & (IData)((harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02439 
                                      >> 0x16U)));
    } else {
        vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02446 
            = vlSelfRef.harness__DOT__engine__DOT__base;
    }
    if (harness__DOT__engine__DOT__sequencer__DOT__start) {
        vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02442 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02443 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02444 
            = harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02436;
        vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02445 
            = harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02437;
        vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02446 
            = (0x00007fffU & (IData)(harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02440));
    }
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02447 
        = vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__walk__DOT__saved;
    if (vlSelfRef.harness__DOT__engine__DOT__step) {
        if (harness__DOT__engine__DOT__sequencer__DOT____0245) {
            vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02447 
                = (((QData)((IData)((0x00007fffU & (IData)(harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02435)))) 
                    << 0x00000016U) | (QData)((IData)(
                                                      ((0x003f0000U 
                                                        & ((IData)(harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02429) 
                                                           << 0x00000010U)) 
                                                       | ((0x0000fc00U 
                                                           & ((IData)(harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02423) 
                                                              << 0x0000000aU)) 
                                                          | ((0x000003e0U 
                                                              & ((IData)(harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02418) 
                                                                 << 5U)) 
                                                             | (0x0000001fU 
                                                                & (IData)(harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02412))))))));
        }
    }
    if (harness__DOT__engine__DOT__sequencer__DOT__start) {
        vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02447 
            = (((QData)((IData)((0x00007fffU & (IData)(harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02440)))) 
                << 0x00000016U) | (QData)((IData)((
                                                   ((IData)(harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02437) 
                                                    << 0x00000010U) 
                                                   | ((IData)(harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02436) 
                                                      << 0x0000000aU)))));
    }
    if (harness__DOT__engine__DOT__sequencer__DOT____02422) {
        vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____02469[0U] 
            = harness__DOT__engine__DOT__i___05Fpayload__02412[0U];
        vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____02469[1U] 
            = harness__DOT__engine__DOT__i___05Fpayload__02412[1U];
        vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____02469[2U] 
            = harness__DOT__engine__DOT__i___05Fpayload__02412[2U];
        vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____02469[3U] 
            = harness__DOT__engine__DOT__i___05Fpayload__02412[3U];
        vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____02469[4U] 
            = harness__DOT__engine__DOT__i___05Fpayload__02412[4U];
        vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT____0246 
            = (0x000001ffU & ((IData)(1U) + (IData)(vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT__index)));
        if ((0x00000200U & harness__DOT__engine__DOT__i___05Fpayload__02412[4U])) {
            vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT____0246 = 0U;
        }
    }
    harness__DOT__engine__DOT__sequencer__DOT__complete 
        = ((IData)(vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__last_group) 
           & ((IData)(vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__last_burst) 
              & (IData)(harness__DOT__engine__DOT__sequencer__DOT____0245)));
    __Vtableidx78 = ((((((IData)(vlSelfRef.harness__DOT__rst) 
                         << 3U) | (0x03fffffcU & (((IData)(vlSelfRef.harness__DOT__i_payload) 
                                                   >> 6U) 
                                                  & ((IData)(harness__DOT__engine__DOT____0241) 
                                                     << 2U)))) 
                       | (((IData)(harness__DOT__engine__DOT__sequencer__DOT__complete) 
                           << 1U) | (0x0aU == (IData)(vlSelfRef.harness__DOT__engine__DOT__layer)))) 
                      << 3U) | ((4U & ((~ (0U != (IData)(vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__unwritten))) 
                                       << 2U)) | (IData)(vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__fsm_state)));
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____02489 
        = Vtop__ConstPool__TABLE_h028c627c_0[__Vtableidx78];
    harness__DOT__engine__DOT__sequencer__DOT__wanted = 0U;
    if ((0U != (IData)(vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__fsm_state))) {
        if ((1U != (IData)(vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__fsm_state))) {
            if ((2U == (IData)(vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__fsm_state))) {
                harness__DOT__engine__DOT__sequencer__DOT__wanted 
                    = ((4U > (IData)(vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__occupied)) 
                       & ((~ (IData)(harness__DOT__engine__DOT__sequencer__DOT__complete)) 
                          & ((~ (IData)(vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__running)) 
                             | (IData)(harness__DOT__engine__DOT__sequencer__DOT__finish))));
            }
        }
    }
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__take 
        = ((IData)(vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____024signal) 
           & (IData)(harness__DOT__engine__DOT__sequencer__DOT__wanted));
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____02453 
        = ((vlSelfRef.harness__DOT__engine__DOT__upcoming[4U] 
            >> 9U) & (IData)(vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__take));
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____02468 
        = vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____024signal;
    if (harness__DOT__engine__DOT__sequencer__DOT____02422) {
        vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____02468 = 1U;
    }
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____02477 
        = vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__running;
    if (harness__DOT__engine__DOT__sequencer__DOT__finish) {
        vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____02477 = 0U;
    }
    if (vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__take) {
        vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____02468 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____02477 = 1U;
        vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____02485 
            = vlSelfRef.harness__DOT__engine__DOT__last;
        vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____02485 
            = (1U & (vlSelfRef.harness__DOT__engine__DOT__upcoming[4U] 
                     >> 9U));
    } else {
        vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____02485 
            = vlSelfRef.harness__DOT__engine__DOT__last;
    }
    if (vlSelfRef.harness__DOT__rst) {
        vlSelfRef.harness__DOT__engine__DOT____02436 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024276 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT____02444 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT____02445[0U] = 0U;
        vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT____02445[1U] = 0U;
        vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT____02445[2U] = 0U;
        vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT____02445[3U] = 0U;
        vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT____02445[4U] = 0U;
        vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT____02445[5U] = 0U;
        vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT____02446 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT____02447 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT____02449 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024280 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024285 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024288 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024290 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024291 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024293 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024298 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024299 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024300 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024301 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024303 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024304 = 0ULL;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024305 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024306 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024307 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024308 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024310 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024311 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024312 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024313 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024314 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024315 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024316 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024317 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024318 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024321 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024322 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024324 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024325 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024326 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024329 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024333 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024334 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024335 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024336 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024338 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024339 = 0ULL;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024340 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024341 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024342 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024344 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024346 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024347 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024348 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024349 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024351 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024354 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__product_0__DOT____0244 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__product_0__DOT____0243 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__product_1__DOT____0244 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__product_1__DOT____0243 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__product_2__DOT____0244 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__product_2__DOT____0243 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__product_3__DOT____0244 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__product_3__DOT____0243 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__product_4__DOT____0244 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__product_4__DOT____0243 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__product_5__DOT____0244 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__product_5__DOT____0243 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__product_6__DOT____0244 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__product_6__DOT____0243 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__product_7__DOT____0244 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__product_7__DOT____0243 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____02469[0U] = 0U;
        vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____02469[1U] = 0U;
        vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____02469[2U] = 0U;
        vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____02469[3U] = 0U;
        vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____02469[4U] = 0U;
        vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____02490 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__source__DOT____02425 = 0x0012U;
        vlSelfRef.harness__DOT__engine__DOT__source__DOT____02426 = 0x7fU;
        vlSelfRef.harness__DOT__engine__DOT__source__DOT____02427 = 1U;
        vlSelfRef.harness__DOT__engine__DOT__source__DOT____02428 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT____0246 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT__gearbox__DOT____0245 = 0U;
        vlSelfRef.harness__DOT__engine__DOT____02437 = 0x4000U;
        vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT____02448 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024277 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024281 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024309 = 0ULL;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024332 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__source__DOT____02429 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__source__DOT____02430 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT__gearbox__DOT____0246 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT__gearbox__DOT____0247 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT__gearbox__DOT____0248 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT__gearbox__DOT____0249 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT__gearbox__DOT____02410 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT__gearbox__DOT____02411 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT__gearbox__DOT____02412 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__source__DOT__words__DOT____02412 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__source__DOT__words__DOT____02413 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__source__DOT__words__DOT____02415 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024278 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024282 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024284 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024287 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024289 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024292 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024294 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024295 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024296 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024297 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024327 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024328 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024330 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024331 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024337 = 0ULL;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024343 = 0ULL;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024352 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__source__DOT__words__DOT____02414 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024302 = 0ULL;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024350 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024319 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024323 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024279 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024283 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024345 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024286 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024353 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____02474 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____02475 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____02472 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____02473 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____02479 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____02476 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____02480 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____02483 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____02482 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____02486 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02442 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02443 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02444 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02445 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02446 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02447 = 0ULL;
        vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____02468 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____02477 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____02485 = 0U;
    }
}

void Vtop___024root___eval_nba(Vtop___024root* vlSelf) {
    VL_DEBUG_IF(VL_DBG_MSGF("+    Vtop___024root___eval_nba\n"); );
    Vtop__Syms* const __restrict vlSymsp VL_ATTR_UNUSED = vlSelf->vlSymsp;
    auto& vlSelfRef = std::ref(*vlSelf).get();
    // Body
    if ((1ULL & vlSelfRef.__VnbaTriggered[0U])) {
        Vtop___024root___nba_sequent__TOP__0(vlSelf);
    }
}

void Vtop___024root___trigger_orInto__act_vec_vec(VlUnpacked<QData/*63:0*/, 1> &out, const VlUnpacked<QData/*63:0*/, 1> &in) {
    VL_DEBUG_IF(VL_DBG_MSGF("+    Vtop___024root___trigger_orInto__act_vec_vec\n"); );
    // Locals
    IData/*31:0*/ n;
    // Body
    n = 0U;
    do {
        out[n] = (out[n] | in[n]);
        n = ((IData)(1U) + n);
    } while ((0U >= n));
}

#ifdef VL_DEBUG
VL_ATTR_COLD void Vtop___024root___dump_triggers__act(const VlUnpacked<QData/*63:0*/, 1> &triggers, const std::string &tag);
#endif  // VL_DEBUG

bool Vtop___024root___eval_phase__act(Vtop___024root* vlSelf) {
    VL_DEBUG_IF(VL_DBG_MSGF("+    Vtop___024root___eval_phase__act\n"); );
    Vtop__Syms* const __restrict vlSymsp VL_ATTR_UNUSED = vlSelf->vlSymsp;
    auto& vlSelfRef = std::ref(*vlSelf).get();
    // Body
    Vtop___024root___eval_triggers_vec__act(vlSelf);
#ifdef VL_DEBUG
    if (VL_UNLIKELY(vlSymsp->_vm_contextp__->debug())) {
        Vtop___024root___dump_triggers__act(vlSelfRef.__VactTriggered, "act"s);
    }
#endif
    Vtop___024root___trigger_orInto__act_vec_vec(vlSelfRef.__VnbaTriggered, vlSelfRef.__VactTriggered);
    return (0U);
}

void Vtop___024root___trigger_clear__act(VlUnpacked<QData/*63:0*/, 1> &out) {
    VL_DEBUG_IF(VL_DBG_MSGF("+    Vtop___024root___trigger_clear__act\n"); );
    // Locals
    IData/*31:0*/ n;
    // Body
    n = 0U;
    do {
        out[n] = 0ULL;
        n = ((IData)(1U) + n);
    } while ((1U > n));
}

bool Vtop___024root___eval_phase__nba(Vtop___024root* vlSelf) {
    VL_DEBUG_IF(VL_DBG_MSGF("+    Vtop___024root___eval_phase__nba\n"); );
    Vtop__Syms* const __restrict vlSymsp VL_ATTR_UNUSED = vlSelf->vlSymsp;
    auto& vlSelfRef = std::ref(*vlSelf).get();
    // Locals
    CData/*0:0*/ __VnbaExecute;
    // Body
    __VnbaExecute = Vtop___024root___trigger_anySet__act(vlSelfRef.__VnbaTriggered);
    if (__VnbaExecute) {
        Vtop___024root___eval_nba(vlSelf);
        Vtop___024root___trigger_clear__act(vlSelfRef.__VnbaTriggered);
    }
    return (__VnbaExecute);
}

void Vtop___024root___eval(Vtop___024root* vlSelf) {
    VL_DEBUG_IF(VL_DBG_MSGF("+    Vtop___024root___eval\n"); );
    Vtop__Syms* const __restrict vlSymsp VL_ATTR_UNUSED = vlSelf->vlSymsp;
    auto& vlSelfRef = std::ref(*vlSelf).get();
    // Locals
    IData/*31:0*/ __VicoIterCount;
    IData/*31:0*/ __VnbaIterCount;
    // Body
    __VicoIterCount = 0U;
    vlSelfRef.__VicoFirstIteration = 1U;
    do {
        if (VL_UNLIKELY(((0x00002710U < __VicoIterCount)))) {
#ifdef VL_DEBUG
            Vtop___024root___dump_triggers__ico(vlSelfRef.__VicoTriggered, "ico"s);
#endif
            VL_FATAL_MT("/work/main/sim/gossamer_sim/harness.v", 13, "", "DIDNOTCONVERGE: Input combinational region did not converge after '--converge-limit' of 10000 tries");
        }
        __VicoIterCount = ((IData)(1U) + __VicoIterCount);
        vlSelfRef.__VicoPhaseResult = Vtop___024root___eval_phase__ico(vlSelf);
        vlSelfRef.__VicoFirstIteration = 0U;
    } while (vlSelfRef.__VicoPhaseResult);
    __VnbaIterCount = 0U;
    do {
        if (VL_UNLIKELY(((0x00002710U < __VnbaIterCount)))) {
#ifdef VL_DEBUG
            Vtop___024root___dump_triggers__act(vlSelfRef.__VnbaTriggered, "nba"s);
#endif
            VL_FATAL_MT("/work/main/sim/gossamer_sim/harness.v", 13, "", "DIDNOTCONVERGE: NBA region did not converge after '--converge-limit' of 10000 tries");
        }
        __VnbaIterCount = ((IData)(1U) + __VnbaIterCount);
        vlSelfRef.__VactIterCount = 0U;
        do {
            if (VL_UNLIKELY(((0x00002710U < vlSelfRef.__VactIterCount)))) {
#ifdef VL_DEBUG
                Vtop___024root___dump_triggers__act(vlSelfRef.__VactTriggered, "act"s);
#endif
                VL_FATAL_MT("/work/main/sim/gossamer_sim/harness.v", 13, "", "DIDNOTCONVERGE: Active region did not converge after '--converge-limit' of 10000 tries");
            }
            vlSelfRef.__VactIterCount = ((IData)(1U) 
                                         + vlSelfRef.__VactIterCount);
            vlSelfRef.__VactPhaseResult = Vtop___024root___eval_phase__act(vlSelf);
        } while (vlSelfRef.__VactPhaseResult);
        vlSelfRef.__VnbaPhaseResult = Vtop___024root___eval_phase__nba(vlSelf);
    } while (vlSelfRef.__VnbaPhaseResult);
}

#ifdef VL_DEBUG
void Vtop___024root___eval_debug_assertions(Vtop___024root* vlSelf) {
    VL_DEBUG_IF(VL_DBG_MSGF("+    Vtop___024root___eval_debug_assertions\n"); );
    Vtop__Syms* const __restrict vlSymsp VL_ATTR_UNUSED = vlSelf->vlSymsp;
    auto& vlSelfRef = std::ref(*vlSelf).get();
    // Body
    if (VL_UNLIKELY(((vlSelfRef.clk & 0xfeU)))) {
        Verilated::overWidthError("clk");
    }
}
#endif  // VL_DEBUG
