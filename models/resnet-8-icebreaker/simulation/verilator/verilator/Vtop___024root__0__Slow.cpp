// Verilated -*- C++ -*-
// DESCRIPTION: Verilator output: Design implementation internals
// See Vtop.h for the primary calling header

#include "Vtop__pch.h"

VL_ATTR_COLD void Vtop___024root___eval_static__TOP(Vtop___024root* vlSelf);

VL_ATTR_COLD void Vtop___024root___eval_static(Vtop___024root* vlSelf) {
    VL_DEBUG_IF(VL_DBG_MSGF("+    Vtop___024root___eval_static\n"); );
    Vtop__Syms* const __restrict vlSymsp VL_ATTR_UNUSED = vlSelf->vlSymsp;
    auto& vlSelfRef = std::ref(*vlSelf).get();
    // Body
    Vtop___024root___eval_static__TOP(vlSelf);
    vlSelfRef.__Vtrigprevexpr___TOP__harness__DOT__clk__0 
        = vlSelfRef.harness__DOT__clk;
}

VL_ATTR_COLD void Vtop___024root___eval_static__TOP(Vtop___024root* vlSelf) {
    VL_DEBUG_IF(VL_DBG_MSGF("+    Vtop___024root___eval_static__TOP\n"); );
    Vtop__Syms* const __restrict vlSymsp VL_ATTR_UNUSED = vlSelf->vlSymsp;
    auto& vlSelfRef = std::ref(*vlSelf).get();
    // Locals
    IData/*31:0*/ harness__DOT__xorshift__Vstatic__x;
    harness__DOT__xorshift__Vstatic__x = 0;
    // Body
    vlSelfRef.harness__DOT__rst = 1U;
    vlSelfRef.harness__DOT__cycle = 0U;
    vlSelfRef.harness__DOT__idle = 0U;
    vlSelfRef.harness__DOT__offered = 0U;
    vlSelfRef.harness__DOT__started = 0U;
    vlSelfRef.harness__DOT__element = 0U;
    vlSelfRef.harness__DOT__position = 0U;
    vlSelfRef.harness__DOT__i_valid = 0U;
    vlSelfRef.harness__DOT__i_first = 0U;
    vlSelfRef.harness__DOT__o_ready = 0U;
    vlSelfRef.harness__DOT__i_payload = 0U;
    vlSelfRef.harness__DOT__load_address = 0U;
    vlSelfRef.harness__DOT__load_data = 0U;
    vlSelfRef.harness__DOT__load_write = 0U;
    vlSelfRef.harness__DOT__loaded = 0U;
    harness__DOT__xorshift__Vstatic__x = 0;
    vlSelfRef.harness__DOT__engine__DOT__channel = 0U;
    vlSelfRef.harness__DOT__engine__DOT__control_1 = 0U;
    vlSelfRef.harness__DOT__engine__DOT__control_2 = 0U;
    vlSelfRef.harness__DOT__engine__DOT__control_3 = 0U;
    vlSelfRef.harness__DOT__engine__DOT__element = 0x4000U;
    vlSelfRef.harness__DOT__engine__DOT__sums[0U] = 0U;
    vlSelfRef.harness__DOT__engine__DOT__sums[1U] = 0U;
    vlSelfRef.harness__DOT__engine__DOT__sums[2U] = 0U;
    vlSelfRef.harness__DOT__engine__DOT__sums[3U] = 0U;
    vlSelfRef.harness__DOT__engine__DOT__sums[4U] = 0U;
    vlSelfRef.harness__DOT__engine__DOT__sums[5U] = 0U;
    vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT____024signal = 0U;
    vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__ends = 0U;
    vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__held = 0U;
    vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__here = 0U;
    vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__latest[0U] = 0U;
    vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__latest[1U] = 0U;
    vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__latest[2U] = 0U;
    vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__latest[3U] = 0U;
    vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__latest[4U] = 0U;
    vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__latest[5U] = 0U;
    vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__part = 0U;
    vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__recent = 0U;
    vlSelfRef.harness__DOT__engine__DOT__activations__DOT__pair_0__DOT__wrote = 0U;
    vlSelfRef.harness__DOT__engine__DOT__operands__024126__DOT__outside_0 = 0U;
    vlSelfRef.harness__DOT__engine__DOT__operands__024126__DOT__outside_1 = 0U;
    vlSelfRef.harness__DOT__engine__DOT__operands__024126__DOT__pad = 0U;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__added_0 = 0U;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__address_1 = 0U;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__address_11 = 0U;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__address_12 = 0U;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__address_13 = 0U;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__address_15 = 0U;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__address_17 = 0U;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__address_3 = 0U;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__address_9 = 0U;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__burst = 0U;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__caught_0 = 0U;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__caught_1 = 0U;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__chosen = 0U;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__element = 0U;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__factor_0 = 0U;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__flags_1 = 0U;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__flags_11 = 0U;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__flags_12 = 0U;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__flags_13 = 0U;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__flags_15 = 0U;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__flags_17 = 0U;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__flags_3 = 0U;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__flags_9 = 0U;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__fresh = 0U;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__group = 0U;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__group_element = 0U;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__joint_factor = 0U;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__joint_first_0 = 0ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__joint_operand_0 = 0U;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__joint_part_0 = 0ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__joint_rest_0 = 0U;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__joint_rows_0_0 = 0U;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__joint_rows_0_1 = 0U;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__joint_rows_0_2 = 0U;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__joint_sum_0 = 0ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__late_0 = 0U;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__layer = 0U;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__limited_0 = 0U;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__lower_0 = 0ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__member = 0U;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__older_0 = 0U;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__part_0 = 0ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__position = 0U;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__prepared_0 = 0U;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__product_0 = 0ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__residual_0 = 0U;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__rest_0 = 0U;
    vlSelfRef.harness__DOT__engine__DOT__result_bank = 0U;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__rows_0_0 = 0U;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__rows_0_1 = 0U;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__rows_0_2 = 0U;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__rows_0_3 = 0U;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__scaled_0 = 0U;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__shift_0 = 0U;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__shift_between_0 = 0U;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__shift_early_0 = 0U;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__shift_last_0 = 0U;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__shift_late_0 = 0U;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__start = 0U;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__step = 0U;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__sum_0 = 0U;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__turn = 0U;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__valid_1 = 0U;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__valid_10 = 0U;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__valid_11 = 0U;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__valid_12 = 0U;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__valid_13 = 0U;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__valid_14 = 0U;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__valid_15 = 0U;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__valid_16 = 0U;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__valid_17 = 0U;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__valid_2 = 0U;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__valid_3 = 0U;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__valid_4 = 0U;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__valid_5 = 0U;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__valid_7 = 0U;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__valid_8 = 0U;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__valid_9 = 0U;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__waiting = 0U;
    vlSelfRef.harness__DOT__engine__DOT__write__02427 = 0U;
    vlSelfRef.harness__DOT__engine__DOT__product_0__DOT__kept_0 = 0U;
    vlSelfRef.harness__DOT__engine__DOT__product_0__DOT__kept_1 = 0U;
    vlSelfRef.harness__DOT__engine__DOT__p = 0U;
    vlSelfRef.harness__DOT__engine__DOT__product_1__DOT__kept_0 = 0U;
    vlSelfRef.harness__DOT__engine__DOT__product_1__DOT__kept_1 = 0U;
    vlSelfRef.harness__DOT__engine__DOT__p__024118 = 0U;
    vlSelfRef.harness__DOT__engine__DOT__product_2__DOT__kept_0 = 0U;
    vlSelfRef.harness__DOT__engine__DOT__product_2__DOT__kept_1 = 0U;
    vlSelfRef.harness__DOT__engine__DOT__p__024120 = 0U;
    vlSelfRef.harness__DOT__engine__DOT__product_3__DOT__kept_0 = 0U;
    vlSelfRef.harness__DOT__engine__DOT__product_3__DOT__kept_1 = 0U;
    vlSelfRef.harness__DOT__engine__DOT__p__024122 = 0U;
    vlSelfRef.harness__DOT__engine__DOT__product_4__DOT__kept_0 = 0U;
    vlSelfRef.harness__DOT__engine__DOT__product_4__DOT__kept_1 = 0U;
    vlSelfRef.harness__DOT__engine__DOT__p__024117 = 0U;
    vlSelfRef.harness__DOT__engine__DOT__product_5__DOT__kept_0 = 0U;
    vlSelfRef.harness__DOT__engine__DOT__product_5__DOT__kept_1 = 0U;
    vlSelfRef.harness__DOT__engine__DOT__p__024119 = 0U;
    vlSelfRef.harness__DOT__engine__DOT__product_6__DOT__kept_0 = 0U;
    vlSelfRef.harness__DOT__engine__DOT__product_6__DOT__kept_1 = 0U;
    vlSelfRef.harness__DOT__engine__DOT__p__024121 = 0U;
    vlSelfRef.harness__DOT__engine__DOT__product_7__DOT__kept_0 = 0U;
    vlSelfRef.harness__DOT__engine__DOT__product_7__DOT__kept_1 = 0U;
    vlSelfRef.harness__DOT__engine__DOT__p__024123 = 0U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____024signal = 0U;
    vlSelfRef.harness__DOT__engine__DOT__bank = 0U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__burst = 0U;
    vlSelfRef.harness__DOT__engine__DOT__closes = 0U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__draining = 0U;
    vlSelfRef.harness__DOT__engine__DOT__first = 0U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__fsm_state = 0U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__group = 0U;
    vlSelfRef.harness__DOT__engine__DOT__last = 0U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__last_burst = 0U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__last_group = 0U;
    vlSelfRef.harness__DOT__engine__DOT__layer = 0U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__left = 0U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__number = 0U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__occupied = 0U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__offset = 0U;
    vlSelfRef.harness__DOT__engine__DOT__load = 0U;
    vlSelfRef.harness__DOT__engine__DOT__position = 0U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__running = 0U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__stop = 0U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__unwritten = 0U;
    vlSelfRef.harness__DOT__engine__DOT__upcoming[0U] = 0U;
    vlSelfRef.harness__DOT__engine__DOT__upcoming[1U] = 0U;
    vlSelfRef.harness__DOT__engine__DOT__upcoming[2U] = 0U;
    vlSelfRef.harness__DOT__engine__DOT__upcoming[3U] = 0U;
    vlSelfRef.harness__DOT__engine__DOT__upcoming[4U] = 0U;
    vlSelfRef.harness__DOT__engine__DOT__base = 0U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__walk__DOT__counter_0 = 0U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__walk__DOT__counter_1 = 0U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__walk__DOT__saved = 0ULL;
    vlSelfRef.harness__DOT__engine__DOT__x = 0U;
    vlSelfRef.harness__DOT__engine__DOT__y = 0U;
    vlSelfRef.harness__DOT__engine__DOT__source__DOT__burst = 0U;
    vlSelfRef.harness__DOT__engine__DOT__source__DOT__count = 0x0012U;
    vlSelfRef.harness__DOT__engine__DOT__source__DOT__group = 0U;
    vlSelfRef.harness__DOT__engine__DOT__source__DOT__held__02425 = 0x7fU;
    vlSelfRef.harness__DOT__engine__DOT__source__DOT__held__02428 = 1U;
    vlSelfRef.harness__DOT__engine__DOT__source__DOT__layer = 0U;
    vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT__index = 0U;
    vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT____0247 = 0U;
    vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT____0248 = 0U;
    vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT____0249 = 0U;
    vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT____02410 = 0U;
    vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT____02411 = 0U;
    vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT____02412 = 0U;
    vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT____02413 = 0U;
    vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT__gearbox__DOT__level = 0U;
    vlSelfRef.harness__DOT__engine__DOT__source__DOT__words__DOT____024like = 0U;
    vlSelfRef.harness__DOT__engine__DOT__source__DOT__words__DOT__latest = 0U;
    vlSelfRef.harness__DOT__engine__DOT__source__DOT__words__DOT__marked = 0U;
    vlSelfRef.harness__DOT__engine__DOT__source__DOT__i___05Fvalid = 0U;
    vlSelfRef.harness__DOT__engine__DOT__source__DOT__words__DOT__taken = 0U;
    vlSelfRef.harness__DOT__engine__DOT__source__DOT__words__DOT__memory__DOT__wrote = 0U;
}

VL_ATTR_COLD void Vtop___024root___eval_initial__TOP__5(Vtop___024root* vlSelf);
VL_ATTR_COLD void Vtop___024root___eval_initial__TOP__6(Vtop___024root* vlSelf);
VL_ATTR_COLD void Vtop___024root___eval_initial__TOP__7(Vtop___024root* vlSelf);
VL_ATTR_COLD void Vtop___024root___eval_initial__TOP__8(Vtop___024root* vlSelf);
VL_ATTR_COLD void Vtop___024root___eval_initial__TOP__9(Vtop___024root* vlSelf);
VL_ATTR_COLD void Vtop___024root___eval_initial__TOP__10(Vtop___024root* vlSelf);
VL_ATTR_COLD void Vtop___024root___eval_initial__TOP__11(Vtop___024root* vlSelf);
VL_ATTR_COLD void Vtop___024root___eval_initial__TOP__12(Vtop___024root* vlSelf);
VL_ATTR_COLD void Vtop___024root___eval_initial__TOP__13(Vtop___024root* vlSelf);
VL_ATTR_COLD void Vtop___024root___eval_initial__TOP__14(Vtop___024root* vlSelf);
VL_ATTR_COLD void Vtop___024root___eval_initial__TOP__15(Vtop___024root* vlSelf);

VL_ATTR_COLD void Vtop___024root___eval_initial(Vtop___024root* vlSelf) {
    VL_DEBUG_IF(VL_DBG_MSGF("+    Vtop___024root___eval_initial\n"); );
    Vtop__Syms* const __restrict vlSymsp VL_ATTR_UNUSED = vlSelf->vlSymsp;
    auto& vlSelfRef = std::ref(*vlSelf).get();
    // Body
    Vtop___024root___eval_initial__TOP__5(vlSelf);
    Vtop___024root___eval_initial__TOP__6(vlSelf);
    Vtop___024root___eval_initial__TOP__7(vlSelf);
    Vtop___024root___eval_initial__TOP__8(vlSelf);
    Vtop___024root___eval_initial__TOP__9(vlSelf);
    Vtop___024root___eval_initial__TOP__10(vlSelf);
    Vtop___024root___eval_initial__TOP__11(vlSelf);
    Vtop___024root___eval_initial__TOP__12(vlSelf);
    Vtop___024root___eval_initial__TOP__13(vlSelf);
    Vtop___024root___eval_initial__TOP__14(vlSelf);
    Vtop___024root___eval_initial__TOP__15(vlSelf);
}

VL_ATTR_COLD void Vtop___024root___eval_initial__TOP(Vtop___024root* vlSelf) {
    VL_DEBUG_IF(VL_DBG_MSGF("+    Vtop___024root___eval_initial__TOP\n"); );
    Vtop__Syms* const __restrict vlSymsp VL_ATTR_UNUSED = vlSelf->vlSymsp;
    auto& vlSelfRef = std::ref(*vlSelf).get();
    // Body
    Vtop___024root___eval_initial__TOP__5(vlSelf);
    Vtop___024root___eval_initial__TOP__6(vlSelf);
    Vtop___024root___eval_initial__TOP__7(vlSelf);
    Vtop___024root___eval_initial__TOP__8(vlSelf);
    Vtop___024root___eval_initial__TOP__9(vlSelf);
    Vtop___024root___eval_initial__TOP__10(vlSelf);
    Vtop___024root___eval_initial__TOP__11(vlSelf);
    Vtop___024root___eval_initial__TOP__12(vlSelf);
    Vtop___024root___eval_initial__TOP__13(vlSelf);
    Vtop___024root___eval_initial__TOP__14(vlSelf);
    Vtop___024root___eval_initial__TOP__15(vlSelf);
}

VL_ATTR_COLD void Vtop___024root___eval_initial__TOP__0(Vtop___024root* vlSelf) {
    VL_DEBUG_IF(VL_DBG_MSGF("+    Vtop___024root___eval_initial__TOP__0\n"); );
    Vtop__Syms* const __restrict vlSymsp VL_ATTR_UNUSED = vlSelf->vlSymsp;
    auto& vlSelfRef = std::ref(*vlSelf).get();
    // Locals
    IData/*31:0*/ harness__DOT____VlemCall_7__xorshift;
    IData/*31:0*/ harness__DOT____VlemCall_6__xorshift;
    IData/*31:0*/ harness__DOT____VlemExpr_5;
    IData/*31:0*/ harness__DOT____VlemExpr_4;
    IData/*31:0*/ harness__DOT____VlemExpr_3;
    IData/*31:0*/ harness__DOT____VlemExpr_2;
    IData/*31:0*/ harness__DOT____VlemExpr_1;
    IData/*31:0*/ harness__DOT____VlemExpr_0;
    IData/*31:0*/ harness__DOT__xorshift__Vstatic__x;
    harness__DOT__xorshift__Vstatic__x = 0;
    IData/*31:0*/ __Vfunc_harness__DOT__xorshift__0__state;
    __Vfunc_harness__DOT__xorshift__0__state = 0;
    IData/*31:0*/ __Vfunc_harness__DOT__xorshift__1__state;
    __Vfunc_harness__DOT__xorshift__1__state = 0;
    IData/*31:0*/ __Vilp1;
    IData/*31:0*/ __Vilp2;
    // Body
    vlSelfRef.wake = 0U;
    vlSelfRef.finished = 0U;
    vlSelfRef.fault = 0U;
    harness__DOT____VlemExpr_0 = VL_VALUEPLUSARGS_INI(32, "size=%d"s, 
                                                      vlSelfRef.harness__DOT__size);
    if (VL_UNLIKELY(((! harness__DOT____VlemExpr_0)))) {
        VL_FINISH_MT("/work/main/sim/gossamer_sim/harness.v", 71, "");
    }
    harness__DOT____VlemExpr_1 = VL_VALUEPLUSARGS_INI(32, "outputs=%d"s, 
                                                      vlSelfRef.harness__DOT__outputs);
    if (VL_UNLIKELY(((! harness__DOT____VlemExpr_1)))) {
        VL_FINISH_MT("/work/main/sim/gossamer_sim/harness.v", 72, "");
    }
    harness__DOT____VlemExpr_2 = VL_VALUEPLUSARGS_INI(32, "count=%d"s, 
                                                      vlSelfRef.harness__DOT__count);
    if (VL_UNLIKELY(((! harness__DOT____VlemExpr_2)))) {
        VL_FINISH_MT("/work/main/sim/gossamer_sim/harness.v", 73, "");
    }
    harness__DOT____VlemExpr_3 = VL_VALUEPLUSARGS_INI(32, "stall=%d"s, 
                                                      vlSelfRef.harness__DOT__stall);
    if (VL_UNLIKELY(((! harness__DOT____VlemExpr_3)))) {
        VL_FINISH_MT("/work/main/sim/gossamer_sim/harness.v", 74, "");
    }
    harness__DOT____VlemExpr_4 = VL_VALUEPLUSARGS_INI(32, "seed=%d"s, 
                                                      vlSelfRef.harness__DOT__seed);
    if (VL_UNLIKELY(((! harness__DOT____VlemExpr_4)))) {
        VL_FINISH_MT("/work/main/sim/gossamer_sim/harness.v", 75, "");
    }
    harness__DOT____VlemExpr_5 = VL_VALUEPLUSARGS_INI(32, "timeout=%d"s, 
                                                      vlSelfRef.harness__DOT__timeout);
    if (VL_UNLIKELY(((! harness__DOT____VlemExpr_5)))) {
        VL_FINISH_MT("/work/main/sim/gossamer_sim/harness.v", 76, "");
    }
    __Vfunc_harness__DOT__xorshift__0__state = (0x9e3779b9U 
                                                ^ vlSelfRef.harness__DOT__seed);
    harness__DOT__xorshift__Vstatic__x = (__Vfunc_harness__DOT__xorshift__0__state 
                                          ^ VL_SHIFTL_III(32,32,32, __Vfunc_harness__DOT__xorshift__0__state, 0x0000000dU));
    harness__DOT__xorshift__Vstatic__x = (harness__DOT__xorshift__Vstatic__x 
                                          ^ VL_SHIFTR_III(32,32,32, harness__DOT__xorshift__Vstatic__x, 0x00000011U));
    harness__DOT____VlemCall_6__xorshift = (harness__DOT__xorshift__Vstatic__x 
                                            ^ VL_SHIFTL_III(32,32,32, harness__DOT__xorshift__Vstatic__x, 5U));
    vlSelfRef.harness__DOT__source_state = (1U | harness__DOT____VlemCall_6__xorshift);
    __Vfunc_harness__DOT__xorshift__1__state = (0x7f4a7c15U 
                                                ^ vlSelfRef.harness__DOT__seed);
    harness__DOT__xorshift__Vstatic__x = (__Vfunc_harness__DOT__xorshift__1__state 
                                          ^ VL_SHIFTL_III(32,32,32, __Vfunc_harness__DOT__xorshift__1__state, 0x0000000dU));
    harness__DOT__xorshift__Vstatic__x = (harness__DOT__xorshift__Vstatic__x 
                                          ^ VL_SHIFTR_III(32,32,32, harness__DOT__xorshift__Vstatic__x, 0x00000011U));
    harness__DOT____VlemCall_7__xorshift = (harness__DOT__xorshift__Vstatic__x 
                                            ^ VL_SHIFTL_III(32,32,32, harness__DOT__xorshift__Vstatic__x, 5U));
    vlSelfRef.harness__DOT__sink_state = (1U | harness__DOT____VlemCall_7__xorshift);
    vlSelfRef.harness__DOT__inputs = VL_FOPEN_NN("inputs.bin"s
                                                 , "rb"s);
    ;
    vlSelfRef.harness__DOT__transfers = VL_FOPEN_NN("transfers.txt"s
                                                    , "w"s);
    ;
    vlSelfRef.harness__DOT__weights = VL_FOPEN_NN("weights.bin"s
                                                  , "rb"s);
    ;
    __Vilp1 = 0U;
    while ((__Vilp1 <= 0x0000007fU)) {
        vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__finished[__Vilp1] = 0ULL;
        __Vilp1 = ((IData)(1U) + __Vilp1);
    }
    vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__partial[0U][0U] = 0U;
    vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__partial[0U][1U] = 0U;
    vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__partial[0U][2U] = 0U;
    vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__partial[0U][3U] = 0U;
    vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__partial[0U][4U] = 0U;
    vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__partial[0U][5U] = 0U;
    vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__partial[1U][0U] = 0U;
    vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__partial[1U][1U] = 0U;
    vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__partial[1U][2U] = 0U;
    vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__partial[1U][3U] = 0U;
    vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__partial[1U][4U] = 0U;
    vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__partial[1U][5U] = 0U;
    vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__partial[2U][0U] = 0U;
    vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__partial[2U][1U] = 0U;
    vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__partial[2U][2U] = 0U;
    vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__partial[2U][3U] = 0U;
    vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__partial[2U][4U] = 0U;
    vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__partial[2U][5U] = 0U;
    vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__partial[3U][0U] = 0U;
    vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__partial[3U][1U] = 0U;
    vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__partial[3U][2U] = 0U;
    vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__partial[3U][3U] = 0U;
    vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__partial[3U][4U] = 0U;
    vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__partial[3U][5U] = 0U;
    vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__partial[4U][0U] = 0U;
    vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__partial[4U][1U] = 0U;
    vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__partial[4U][2U] = 0U;
    vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__partial[4U][3U] = 0U;
    vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__partial[4U][4U] = 0U;
    vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__partial[4U][5U] = 0U;
    vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__partial[5U][0U] = 0U;
    vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__partial[5U][1U] = 0U;
    vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__partial[5U][2U] = 0U;
    vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__partial[5U][3U] = 0U;
    vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__partial[5U][4U] = 0U;
    vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__partial[5U][5U] = 0U;
    vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__partial[6U][0U] = 0U;
    vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__partial[6U][1U] = 0U;
    vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__partial[6U][2U] = 0U;
    vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__partial[6U][3U] = 0U;
    vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__partial[6U][4U] = 0U;
    vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__partial[6U][5U] = 0U;
    vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__partial[7U][0U] = 0U;
    vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__partial[7U][1U] = 0U;
    vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__partial[7U][2U] = 0U;
    vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__partial[7U][3U] = 0U;
    vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__partial[7U][4U] = 0U;
    vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__partial[7U][5U] = 0U;
    __Vilp2 = 0U;
    while ((__Vilp2 <= 0x00000efaU)) {
        vlSelfRef.harness__DOT__engine__DOT__activations__DOT__pair_0__DOT__memory[__Vilp2] = 0U;
        __Vilp2 = ((IData)(1U) + __Vilp2);
    }
}

VL_ATTR_COLD void Vtop___024root___eval_initial__TOP__1(Vtop___024root* vlSelf) {
    VL_DEBUG_IF(VL_DBG_MSGF("+    Vtop___024root___eval_initial__TOP__1\n"); );
    Vtop__Syms* const __restrict vlSymsp VL_ATTR_UNUSED = vlSelf->vlSymsp;
    auto& vlSelfRef = std::ref(*vlSelf).get();
    // Locals
    IData/*31:0*/ __Vilp1;
    // Body
    __Vilp1 = 0x00000efbU;
    while ((__Vilp1 <= 0x00001e9aU)) {
        vlSelfRef.harness__DOT__engine__DOT__activations__DOT__pair_0__DOT__memory[__Vilp1] = 0U;
        __Vilp1 = ((IData)(1U) + __Vilp1);
    }
}

VL_ATTR_COLD void Vtop___024root___eval_initial__TOP__2(Vtop___024root* vlSelf) {
    VL_DEBUG_IF(VL_DBG_MSGF("+    Vtop___024root___eval_initial__TOP__2\n"); );
    Vtop__Syms* const __restrict vlSymsp VL_ATTR_UNUSED = vlSelf->vlSymsp;
    auto& vlSelfRef = std::ref(*vlSelf).get();
    // Locals
    IData/*31:0*/ __Vilp1;
    // Body
    __Vilp1 = 0x00001e9bU;
    while ((__Vilp1 <= 0x00002e3aU)) {
        vlSelfRef.harness__DOT__engine__DOT__activations__DOT__pair_0__DOT__memory[__Vilp1] = 0U;
        __Vilp1 = ((IData)(1U) + __Vilp1);
    }
}

VL_ATTR_COLD void Vtop___024root___eval_initial__TOP__3(Vtop___024root* vlSelf) {
    VL_DEBUG_IF(VL_DBG_MSGF("+    Vtop___024root___eval_initial__TOP__3\n"); );
    Vtop__Syms* const __restrict vlSymsp VL_ATTR_UNUSED = vlSelf->vlSymsp;
    auto& vlSelfRef = std::ref(*vlSelf).get();
    // Locals
    IData/*31:0*/ __Vilp1;
    // Body
    __Vilp1 = 0x00002e3bU;
    while ((__Vilp1 <= 0x00003ddaU)) {
        vlSelfRef.harness__DOT__engine__DOT__activations__DOT__pair_0__DOT__memory[__Vilp1] = 0U;
        __Vilp1 = ((IData)(1U) + __Vilp1);
    }
}

VL_ATTR_COLD void Vtop___024root___eval_initial__TOP__4(Vtop___024root* vlSelf) {
    VL_DEBUG_IF(VL_DBG_MSGF("+    Vtop___024root___eval_initial__TOP__4\n"); );
    Vtop__Syms* const __restrict vlSymsp VL_ATTR_UNUSED = vlSelf->vlSymsp;
    auto& vlSelfRef = std::ref(*vlSelf).get();
    // Locals
    IData/*31:0*/ __Vilp1;
    // Body
    __Vilp1 = 0x00003ddbU;
    while ((__Vilp1 <= 0x00003fffU)) {
        vlSelfRef.harness__DOT__engine__DOT__activations__DOT__pair_0__DOT__memory[__Vilp1] = 0U;
        __Vilp1 = ((IData)(1U) + __Vilp1);
    }
}

VL_ATTR_COLD void Vtop___024root___eval_initial__TOP__5(Vtop___024root* vlSelf) {
    VL_DEBUG_IF(VL_DBG_MSGF("+    Vtop___024root___eval_initial__TOP__5\n"); );
    Vtop__Syms* const __restrict vlSymsp VL_ATTR_UNUSED = vlSelf->vlSymsp;
    auto& vlSelfRef = std::ref(*vlSelf).get();
    // Locals
    IData/*31:0*/ __Vilp1;
    IData/*31:0*/ __Vilp2;
    // Body
    Vtop___024root___eval_initial__TOP__0(vlSelf);
    Vtop___024root___eval_initial__TOP__1(vlSelf);
    Vtop___024root___eval_initial__TOP__2(vlSelf);
    Vtop___024root___eval_initial__TOP__3(vlSelf);
    Vtop___024root___eval_initial__TOP__4(vlSelf);
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[0U] = 0x0044a0d99f7ffe34ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[1U] = 0x0055db8f099fd7acULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[2U] = 0x004f4c30f5a022b4ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[3U] = 0x0044d697d2c00da5ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[4U] = 0x004fd7fbde400082ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[5U] = 0x004d8b5753600dedULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[6U] = 0x004fd29cd25023ddULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[7U] = 0x00461a67571015d1ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[8U] = 0x004d6b0970000e37ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[9U] = 0x004d74806d801fa8ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[10U] = 0x0055391850cfce9dULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[11U] = 0x004d1b17104fd643ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[12U] = 0x00441a0395e028c7ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[13U] = 0x005e007c7eb01651ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[14U] = 0x005591356bbff15cULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[15U] = 0x003c56b84de01e53ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[16U] = 0x00456fabc4dde9c9ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[17U] = 0x004c7a1a5760f16eULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[18U] = 0x004fadf1058077d2ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[19U] = 0x004fe5c3678feb63ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[20U] = 0x0044674f65fd6dc0ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[21U] = 0x00460c6e948ef935ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[22U] = 0x0044069de84f32c1ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[23U] = 0x0045fd6fb0208143ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[24U] = 0x004ee0d83d7e589cULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[25U] = 0x003c1914697fe1aaULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[26U] = 0x004444a73e83290dULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[27U] = 0x0045cd8b3fcf7c0aULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[28U] = 0x00461447dedfbbc1ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[29U] = 0x00459ff7edb00289ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[30U] = 0x00444cecf77ffac5ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[31U] = 0x0044494ab52efc12ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[32U] = 0x004c3cc9aa4f3960ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[33U] = 0x004e92804f5f78e6ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[34U] = 0x0044b592f61fa394ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[35U] = 0x00461c01963008e7ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[36U] = 0x004ef988c49f49a3ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[37U] = 0x004d6af9dea11d94ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[38U] = 0x004ef0c5a04fd40bULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[39U] = 0x004e57c6bce14315ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[40U] = 0x0057b0b89a018088ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[41U] = 0x004ee5c6940e05b0ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[42U] = 0x004e7c486a3eb04cULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[43U] = 0x0045da40aa001ec4ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[44U] = 0x004c0fb2849186d4ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[45U] = 0x0045713133dfd192ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[46U] = 0x00448077356fb6b3ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[47U] = 0x004de531a3c03874ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[48U] = 0x0045a1b0ae4f3ac4ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[49U] = 0x0047949bbeafafc9ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[50U] = 0x0045033ed6bebddcULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[51U] = 0x004456d6e432149eULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[52U] = 0x0044bf1c78cdb7aeULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[53U] = 0x00461c9fd47f04faULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[54U] = 0x00452203bff15540ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[55U] = 0x004fe49a0c3d3bc4ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[56U] = 0x00463419f81e8631ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[57U] = 0x00446d15147d7a98ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[58U] = 0x0044cd240a5f7bf9ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[59U] = 0x0047ca7d18fe587cULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[60U] = 0x004fa2e08ef0ccd9ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[61U] = 0x004f84b855312febULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[62U] = 0x0044ab3a9cbd1cabULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[63U] = 0x00449059cbcf422bULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[64U] = 0x0044be66188012a6ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[65U] = 0x004f639fa1f1adf3ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[66U] = 0x004513f6f3d130c2ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[67U] = 0x004dfb92d7905b4fULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[68U] = 0x00445fa3decfc612ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[69U] = 0x004f93455640fec7ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[70U] = 0x004fd8cc1fef8efdULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[71U] = 0x00450a4993ceeb94ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[72U] = 0x00460a5680d03220ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[73U] = 0x00461540ce2f757cULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[74U] = 0x0044c35f8debf675ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[75U] = 0x004693e85f7f99c8ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[76U] = 0x0045c64e7d1f3138ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[77U] = 0x0044e5d6280dd4a1ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[78U] = 0x004fdd280690270aULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[79U] = 0x004606f38e5f20e1ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[80U] = 0x0044d495e0d04d8bULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[81U] = 0x004e2db779604ba1ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[82U] = 0x0045aed2f5c04428ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[83U] = 0x00451f157eb0e5c2ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[84U] = 0x003d1c3575ffd915ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[85U] = 0x004d30d52c205179ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[86U] = 0x00464dde2fa03cdeULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[87U] = 0x00457af160b06511ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[88U] = 0x004cb1b198e01d2aULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[89U] = 0x004fd0d5a7d051bcULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[90U] = 0x00447ef3106e57ecULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[91U] = 0x003c55c8cdafc0b6ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[92U] = 0x0046d722eabfdbabULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[93U] = 0x00446b6b3baff510ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[94U] = 0x00448c27ca7ff478ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[95U] = 0x003ccf325b60ccebULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[96U] = 0x004f44caad60c992ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[97U] = 0x00455b70b1e05da5ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[98U] = 0x003c3d3b7dd09a75ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[99U] = 0x00449459f42feca3ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[100U] = 0x00462c6ca9202d50ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[101U] = 0x004d3f594d10f8baULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[102U] = 0x00455708a2dfe5d2ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[103U] = 0x004f7019f5305dd9ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[104U] = 0x004505f34c210423ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[105U] = 0x0045608f9b408652ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[106U] = 0x004417d0e0cfc54aULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[107U] = 0x004599fcc25053b5ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[108U] = 0x003d757309e03ebeULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[109U] = 0x004e9742026f82f2ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[110U] = 0x004d2e14ef9fce06ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[111U] = 0x0045833846cfd9baULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[112U] = 0x004e0135138dae95ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[113U] = 0x004e809a15c0608bULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[114U] = 0x00571f1614ae0588ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[115U] = 0x004c2f78599102dfULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[116U] = 0x004dbdde747ea4d5ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[117U] = 0x004d173d2aa0c048ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[118U] = 0x004e7e40c93b30f3ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[119U] = 0x004dca126b6089f0ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[120U] = 0x004ca20a2fca037eULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[121U] = 0x004c5c933f22ee5bULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[122U] = 0x004f4c73929f1fc5ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[123U] = 0x004cbf2acbbce0a1ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[124U] = 0x0044fcaac64ea8abULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[125U] = 0x004e55b5fdce00e3ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[126U] = 0x004d669eec126a6cULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[127U] = 0x004d763c9280dcc7ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[128U] = 0x004c3c53d98a1565ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[129U] = 0x004cf1759b8efc27ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[130U] = 0x004cea738d4f2d2bULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[131U] = 0x004ced81683cc478ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[132U] = 0x004e43a232d2a481ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[133U] = 0x004cc39e076dbde1ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[134U] = 0x004ca10e84ad7cd3ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[135U] = 0x004e507d113fcc94ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[136U] = 0x004c9b9f3670d885ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[137U] = 0x004e13ef3e4dafc1ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[138U] = 0x004e31c338f0d941ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[139U] = 0x004dc3063e91d5c1ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[140U] = 0x004e06b1673c56b4ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[141U] = 0x004d572473205327ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[142U] = 0x004d3e6a071d882dULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[143U] = 0x004d1b178d2f96edULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[144U] = 0x004cdb6c875caf51ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[145U] = 0x004d445004cbec41ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[146U] = 0x00448f52623c0518ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[147U] = 0x00453c7219f0ccbaULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[148U] = 0x004479d7572ec4a8ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[149U] = 0x004da5ef61ad6348ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[150U] = 0x004f58aa4acc08e3ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[151U] = 0x004d89bba5321268ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[152U] = 0x004fa41bbc6ef022ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[153U] = 0x004f3f7b291e19cdULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[154U] = 0x004fc9e56a6948a3ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[155U] = 0x004e544395efd41aULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[156U] = 0x004f25d855dc07cdULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[157U] = 0x004f7c5623defecaULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[158U] = 0x004f001ecb7ce5e9ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[159U] = 0x004d2bf69d3d33efULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[160U] = 0x004faa60103fc437ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[161U] = 0x004eb93642af702fULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[162U] = 0x004eba5b6d1d8e3aULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[163U] = 0x004dec94d0cce71eULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[164U] = 0x004ecf668c2e3f81ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[165U] = 0x004f1c71ab4d2391ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[166U] = 0x004cc1aac520f71aULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[167U] = 0x0045a9020c92dce1ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[168U] = 0x004434968c0c3c31ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[169U] = 0x004f5a401c4d863fULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[170U] = 0x00446288f69e263dULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[171U] = 0x004e25b823bce046ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[172U] = 0x004ec5c379dfdb0fULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[173U] = 0x004f2d381f10d87fULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[174U] = 0x004e8a8e3fce9230ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[175U] = 0x004dc1a3d113ab35ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[176U] = 0x004fb354efd11dcdULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[177U] = 0x004dc8c9aee01c02ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[178U] = 0x004e13cf975bff89ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[179U] = 0x004d5a943ee27d00ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[180U] = 0x004fabfa088ba0cdULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[181U] = 0x00445e0773748211ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[182U] = 0x004f8c14aa107cd1ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[183U] = 0x004ebe2972da49dfULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[184U] = 0x004da264144cd3f5ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[185U] = 0x004e30964e0a4797ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[186U] = 0x0044f855376bd54bULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[187U] = 0x004f45d0e9de0f92ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[188U] = 0x00445f5caeffa38bULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[189U] = 0x004f67fc58408919ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[190U] = 0x0044b2666e09cef8ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[191U] = 0x00445cff338e397aULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[192U] = 0x00453e2dcfc0f4feULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[193U] = 0x0045846b5d402900ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[194U] = 0x004c7002c51db184ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[195U] = 0x004cc9da609d7326ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[196U] = 0x004ef2fdcfe01703ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[197U] = 0x004e08fc7a4fc57fULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[198U] = 0x0044866897503dd7ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[199U] = 0x004ec810ca2c130aULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[200U] = 0x004f74585310f22dULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[201U] = 0x004f360ca88d2478ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[202U] = 0x004e1d62c950d854ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[203U] = 0x004e04cae6aa68c7ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[204U] = 0x004e405d99cfdafaULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[205U] = 0x004db641d924e863ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[206U] = 0x004e975481ed5762ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[207U] = 0x004e3243478c3e55ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[208U] = 0x004ec2b9164f8826ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[209U] = 0x004dd9f7feefd493ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[210U] = 0x004e0fedef0f0e86ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[211U] = 0x004ffbe265bff487ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[212U] = 0x004ec250d0bfbf72ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[213U] = 0x004402a3dfde8502ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[214U] = 0x00456c741e7ed3a6ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[215U] = 0x004d5234448f3195ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[216U] = 0x00442a1315ffa1cdULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[217U] = 0x004e427b549f3799ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[218U] = 0x004e0ead433000b2ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[219U] = 0x0044178bbc2fa3c5ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[220U] = 0x004f1343124f6d0fULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[221U] = 0x004c1a2ed2aec913ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[222U] = 0x00440b95c3e074d9ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[223U] = 0x004fd668217f70b7ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[224U] = 0x00441e9c99601fb7ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[225U] = 0x00448d32d2fef821ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[226U] = 0x004430c5a83fd127ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[227U] = 0x0044ae6be4503decULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[228U] = 0x004ed22bb6ef7dfcULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[229U] = 0x004cb546d09f2db7ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[230U] = 0x004d6e8975cf3c49ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[231U] = 0x004dc1a52c6fcea6ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[232U] = 0x004e38217cef19d5ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[233U] = 0x004ec204986f755eULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[234U] = 0x004716c8daef8a26ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[235U] = 0x004de4e5d59e2804ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[236U] = 0x004fcd86d32ee8eaULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[237U] = 0x0057ac4c8c0f0c57ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[238U] = 0x004ee4ba1bbecb6dULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[239U] = 0x004fa0cdf74f27e2ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[240U] = 0x0044735cc5af4accULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[241U] = 0x004e350a675f3611ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[242U] = 0x004cf4940f0ea816ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[243U] = 0x00452cdad05ee867ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[244U] = 0x004e9b47fdbf8601ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[245U] = 0x004ec9ddd96f3650ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[246U] = 0x004d5bbc74aeee96ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[247U] = 0x00450e335b2fd0aaULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[248U] = 0x0044d5049bb07f89ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[249U] = 0x004f26d8f61f1095ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[250U] = 0x004ee6c7469f4a4cULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[251U] = 0x004c11a8149e60a6ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[252U] = 0x004fb0889b8fba66ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[253U] = 0x00442219cfffef5bULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[254U] = 0x004cd66056de9603ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[255U] = 0x004d55d5d34f289fULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[256U] = 0x004f379058c07200ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[257U] = 0x004e7a6cd1bf5d5aULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[258U] = 0x004de6ad5e4ee7ebULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[259U] = 0x004dbba9a21f489bULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[260U] = 0x004d16a70dbf3349ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[261U] = 0x004434a1ff2e9edfULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[262U] = 0x004efa4f844d8ee9ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[263U] = 0x004420438eeedb3eULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[264U] = 0x0044ea7d82302857ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[265U] = 0x0057f6ba4c0fd879ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[266U] = 0x004ee15af85fa823ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[267U] = 0x004439d7b9ef6f68ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[268U] = 0x004406d3f3ef1e65ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[269U] = 0x004c104b001ef9d2ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[270U] = 0x004e6231b95ee245ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[271U] = 0x004e6a1265cf6b8aULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[272U] = 0x004d4cebb46f2ce1ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[273U] = 0x004cc8f72f8f577fULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[274U] = 0x004dd98a74005cf0ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[275U] = 0x0057d6b7358ebe38ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[276U] = 0x004d256df83c7178ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[277U] = 0x004e26b31590cabaULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[278U] = 0x004cfd5c400fe82dULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[279U] = 0x004f7fedf2909ebfULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[280U] = 0x004cc813618b5f46ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[281U] = 0x004dade9d7ce3ebbULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[282U] = 0x004dbcda190e9068ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[283U] = 0x004e49aebc7d11ecULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[284U] = 0x004ceddddf0ff273ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[285U] = 0x004ca81ed08c35e5ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[286U] = 0x004dcd40e5cd80c6ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[287U] = 0x004cfc09afb1525aULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[288U] = 0x004da3122edf77c7ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[289U] = 0x004fc39bc35f4f90ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[290U] = 0x004d24e1301d1975ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[291U] = 0x004ce3a09ce0e7e0ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[292U] = 0x004ce0f5330fa518ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[293U] = 0x004cfff62e3f2628ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[294U] = 0x004d22dae1bd9adcULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[295U] = 0x004d2756a56f03f3ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[296U] = 0x004e023ee3e17dc8ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[297U] = 0x004e699dcd6f3dbcULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[298U] = 0x004ee5ac98dd808eULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[299U] = 0x004d35b4078d8897ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[300U] = 0x004f016e606e9c3dULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[301U] = 0x004cbcf6d6102c55ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[302U] = 0x004d33ac724e005cULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[303U] = 0x004d360887fb2c35ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[304U] = 0x004dce3e910a07ceULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[305U] = 0x004e754fe73e606eULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[306U] = 0x0057ea94a3a0c3afULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[307U] = 0x004f944598908bbaULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[308U] = 0x004ece0cd77f7ce8ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[309U] = 0x004d32486eae7cb8ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[310U] = 0x004c9bfb882058c7ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[311U] = 0x004dcf5ad09c8636ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[312U] = 0x004d6220acdf648fULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[313U] = 0x004d6d2a112c8932ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[314U] = 0x004e6bbbf17ced0dULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[315U] = 0x004cfadc5900d850ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[316U] = 0x004edbba589e4816ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[317U] = 0x004d62b3407fe3e1ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[318U] = 0x004c31bf70ff292aULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[319U] = 0x004c581fa6bf18f8ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[320U] = 0x004d3648ee4f6b70ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[321U] = 0x004ce326e2cfa403ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[322U] = 0x004d63e1796ea66fULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[323U] = 0x004dc01b651e6116ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[324U] = 0x004c4442f95bd013ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[325U] = 0x004de7d8277e87aeULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[326U] = 0x004d7b8f67fb2ccfULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[327U] = 0x004d30d3b88bb968ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[328U] = 0x004d33b1426eeff3ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[329U] = 0x004ebf6a68ed8ca5ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[330U] = 0x004cbe65c0bd2228ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[331U] = 0x004e2552820e1612ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[332U] = 0x004cc695b2d0e585ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[333U] = 0x004c8e75ce7dc499ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[334U] = 0x004d157f74d07dc0ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[335U] = 0x004e699f469d9a77ULL;
    __Vilp1 = 0x00000150U;
    while ((__Vilp1 <= 0x0000018fU)) {
        vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[__Vilp1] = 0x0000200000100000ULL;
        __Vilp1 = ((IData)(1U) + __Vilp1);
    }
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[400U] = 0x00002e44bb8f2369ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[401U] = 0x00002e44bb8f57d8ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[402U] = 0x00002e44bb8f9a85ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[403U] = 0x00002e44bb8fae12ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[404U] = 0x00002e44bb8f538cULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[405U] = 0x00002e44bb8f85deULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[406U] = 0x00002e44bb8f3eacULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[407U] = 0x00002e44bb8f2364ULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[408U] = 0x00002e44bb8f29feULL;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT__channels[409U] = 0x00002e44bb8f352eULL;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[0U] = 0U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[1U] = 2U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[2U] = 0x00020004U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[3U] = 0x00020006U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[4U] = 0x00040008U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[5U] = 0x0004000aU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[6U] = 0x00008080U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[7U] = 0x00008082U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[8U] = 0x00028084U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[9U] = 0x00028086U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[10U] = 0x00048088U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[11U] = 0x0004808aU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[12U] = 0x00010100U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[13U] = 0x00010102U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[14U] = 0x00030104U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[15U] = 0x00030106U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[16U] = 0x00050108U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[17U] = 0x0005010aU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[18U] = 0U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[19U] = 2U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[20U] = 4U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[21U] = 6U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[22U] = 8U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[23U] = 0x0000000aU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[24U] = 0x0000000cU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[25U] = 0x0000000eU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[26U] = 0x00020010U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[27U] = 0x00020012U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[28U] = 0x00020014U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[29U] = 0x00020016U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[30U] = 0x00020018U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[31U] = 0x0002001aU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[32U] = 0x0002001cU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[33U] = 0x0002001eU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[34U] = 0x00040020U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[35U] = 0x00040022U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[36U] = 0x00040024U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[37U] = 0x00040026U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[38U] = 0x00040028U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[39U] = 0x0004002aU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[40U] = 0x0004002cU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[41U] = 0x0004002eU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[42U] = 0x00008200U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[43U] = 0x00008202U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[44U] = 0x00008204U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[45U] = 0x00008206U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[46U] = 0x00008208U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[47U] = 0x0000820aU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[48U] = 0x0000820cU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[49U] = 0x0000820eU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[50U] = 0x00028210U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[51U] = 0x00028212U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[52U] = 0x00028214U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[53U] = 0x00028216U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[54U] = 0x00028218U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[55U] = 0x0002821aU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[56U] = 0x0002821cU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[57U] = 0x0002821eU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[58U] = 0x00048220U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[59U] = 0x00048222U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[60U] = 0x00048224U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[61U] = 0x00048226U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[62U] = 0x00048228U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[63U] = 0x0004822aU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[64U] = 0x0004822cU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[65U] = 0x0004822eU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[66U] = 0x00010400U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[67U] = 0x00010402U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[68U] = 0x00010404U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[69U] = 0x00010406U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[70U] = 0x00010408U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[71U] = 0x0001040aU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[72U] = 0x0001040cU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[73U] = 0x0001040eU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[74U] = 0x00030410U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[75U] = 0x00030412U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[76U] = 0x00030414U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[77U] = 0x00030416U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[78U] = 0x00030418U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[79U] = 0x0003041aU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[80U] = 0x0003041cU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[81U] = 0x0003041eU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[82U] = 0x00050420U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[83U] = 0x00050422U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[84U] = 0x00050424U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[85U] = 0x00050426U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[86U] = 0x00050428U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[87U] = 0x0005042aU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[88U] = 0x0005042cU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[89U] = 0x0005042eU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[90U] = 0U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[91U] = 2U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[92U] = 4U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[93U] = 6U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[94U] = 8U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[95U] = 0x0000000aU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[96U] = 0x0000000cU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[97U] = 0x0000000eU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[98U] = 0x00020010U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[99U] = 0x00020012U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[100U] = 0x00020014U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[101U] = 0x00020016U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[102U] = 0x00020018U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[103U] = 0x0002001aU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[104U] = 0x0002001cU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[105U] = 0x0002001eU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[106U] = 0x00040020U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[107U] = 0x00040022U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[108U] = 0x00040024U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[109U] = 0x00040026U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[110U] = 0x00040028U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[111U] = 0x0004002aU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[112U] = 0x0004002cU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[113U] = 0x0004002eU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[114U] = 0x00008200U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[115U] = 0x00008202U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[116U] = 0x00008204U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[117U] = 0x00008206U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[118U] = 0x00008208U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[119U] = 0x0000820aU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[120U] = 0x0000820cU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[121U] = 0x0000820eU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[122U] = 0x00028210U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[123U] = 0x00028212U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[124U] = 0x00028214U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[125U] = 0x00028216U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[126U] = 0x00028218U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[127U] = 0x0002821aU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[128U] = 0x0002821cU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[129U] = 0x0002821eU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[130U] = 0x00048220U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[131U] = 0x00048222U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[132U] = 0x00048224U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[133U] = 0x00048226U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[134U] = 0x00048228U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[135U] = 0x0004822aU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[136U] = 0x0004822cU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[137U] = 0x0004822eU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[138U] = 0x00010400U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[139U] = 0x00010402U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[140U] = 0x00010404U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[141U] = 0x00010406U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[142U] = 0x00010408U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[143U] = 0x0001040aU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[144U] = 0x0001040cU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[145U] = 0x0001040eU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[146U] = 0x00030410U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[147U] = 0x00030412U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[148U] = 0x00030414U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[149U] = 0x00030416U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[150U] = 0x00030418U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[151U] = 0x0003041aU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[152U] = 0x0003041cU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[153U] = 0x0003041eU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[154U] = 0x00050420U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[155U] = 0x00050422U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[156U] = 0x00050424U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[157U] = 0x00050426U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[158U] = 0x00050428U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[159U] = 0x0005042aU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[160U] = 0x0005042cU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[161U] = 0x0005042eU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[162U] = 0U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[163U] = 2U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[164U] = 4U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[165U] = 6U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[166U] = 8U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[167U] = 0x0000000aU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[168U] = 0x0000000cU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[169U] = 0x0000000eU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[170U] = 0x00020010U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[171U] = 0x00020012U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[172U] = 0x00020014U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[173U] = 0x00020016U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[174U] = 0x00020018U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[175U] = 0x0002001aU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[176U] = 0x0002001cU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[177U] = 0x0002001eU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[178U] = 0x00040020U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[179U] = 0x00040022U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[180U] = 0x00040024U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[181U] = 0x00040026U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[182U] = 0x00040028U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[183U] = 0x0004002aU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[184U] = 0x0004002cU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[185U] = 0x0004002eU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[186U] = 0x00008200U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[187U] = 0x00008202U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[188U] = 0x00008204U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[189U] = 0x00008206U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[190U] = 0x00008208U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[191U] = 0x0000820aU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[192U] = 0x0000820cU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[193U] = 0x0000820eU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[194U] = 0x00028210U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[195U] = 0x00028212U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[196U] = 0x00028214U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[197U] = 0x00028216U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[198U] = 0x00028218U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[199U] = 0x0002821aU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[200U] = 0x0002821cU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[201U] = 0x0002821eU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[202U] = 0x00048220U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[203U] = 0x00048222U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[204U] = 0x00048224U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[205U] = 0x00048226U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[206U] = 0x00048228U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[207U] = 0x0004822aU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[208U] = 0x0004822cU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[209U] = 0x0004822eU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[210U] = 0x00010400U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[211U] = 0x00010402U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[212U] = 0x00010404U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[213U] = 0x00010406U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[214U] = 0x00010408U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[215U] = 0x0001040aU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[216U] = 0x0001040cU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[217U] = 0x0001040eU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[218U] = 0x00030410U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[219U] = 0x00030412U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[220U] = 0x00030414U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[221U] = 0x00030416U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[222U] = 0x00030418U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[223U] = 0x0003041aU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[224U] = 0x0003041cU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[225U] = 0x0003041eU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[226U] = 0x00050420U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[227U] = 0x00050422U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[228U] = 0x00050424U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[229U] = 0x00050426U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[230U] = 0x00050428U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[231U] = 0x0005042aU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[232U] = 0x0005042cU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[233U] = 0x0005042eU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[234U] = 0U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[235U] = 2U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[236U] = 4U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[237U] = 6U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[238U] = 8U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[239U] = 0x0000000aU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[240U] = 0x0000000cU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[241U] = 0x0000000eU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[242U] = 0U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[243U] = 2U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[244U] = 4U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[245U] = 6U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[246U] = 8U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[247U] = 0x0000000aU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[248U] = 0x0000000cU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[249U] = 0x0000000eU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[250U] = 0x00000010U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[251U] = 0x00000012U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[252U] = 0x00000014U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[253U] = 0x00000016U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[254U] = 0x00000018U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[255U] = 0x0000001aU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[256U] = 0x0000001cU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[257U] = 0x0000001eU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[258U] = 0x00020020U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[259U] = 0x00020022U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[260U] = 0x00020024U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[261U] = 0x00020026U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[262U] = 0x00020028U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[263U] = 0x0002002aU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[264U] = 0x0002002cU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[265U] = 0x0002002eU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[266U] = 0x00020030U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[267U] = 0x00020032U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[268U] = 0x00020034U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[269U] = 0x00020036U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[270U] = 0x00020038U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[271U] = 0x0002003aU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[272U] = 0x0002003cU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[273U] = 0x0002003eU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[274U] = 0x00040040U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[275U] = 0x00040042U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[276U] = 0x00040044U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[277U] = 0x00040046U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[278U] = 0x00040048U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[279U] = 0x0004004aU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[280U] = 0x0004004cU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[281U] = 0x0004004eU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[282U] = 0x00040050U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[283U] = 0x00040052U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[284U] = 0x00040054U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[285U] = 0x00040056U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[286U] = 0x00040058U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[287U] = 0x0004005aU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[288U] = 0x0004005cU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[289U] = 0x0004005eU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[290U] = 0x00008200U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[291U] = 0x00008202U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[292U] = 0x00008204U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[293U] = 0x00008206U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[294U] = 0x00008208U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[295U] = 0x0000820aU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[296U] = 0x0000820cU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[297U] = 0x0000820eU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[298U] = 0x00008210U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[299U] = 0x00008212U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[300U] = 0x00008214U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[301U] = 0x00008216U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[302U] = 0x00008218U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[303U] = 0x0000821aU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[304U] = 0x0000821cU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[305U] = 0x0000821eU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[306U] = 0x00028220U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[307U] = 0x00028222U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[308U] = 0x00028224U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[309U] = 0x00028226U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[310U] = 0x00028228U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[311U] = 0x0002822aU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[312U] = 0x0002822cU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[313U] = 0x0002822eU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[314U] = 0x00028230U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[315U] = 0x00028232U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[316U] = 0x00028234U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[317U] = 0x00028236U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[318U] = 0x00028238U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[319U] = 0x0002823aU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[320U] = 0x0002823cU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[321U] = 0x0002823eU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[322U] = 0x00048240U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[323U] = 0x00048242U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[324U] = 0x00048244U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[325U] = 0x00048246U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[326U] = 0x00048248U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[327U] = 0x0004824aU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[328U] = 0x0004824cU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[329U] = 0x0004824eU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[330U] = 0x00048250U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[331U] = 0x00048252U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[332U] = 0x00048254U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[333U] = 0x00048256U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[334U] = 0x00048258U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[335U] = 0x0004825aU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[336U] = 0x0004825cU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[337U] = 0x0004825eU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[338U] = 0x00010400U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[339U] = 0x00010402U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[340U] = 0x00010404U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[341U] = 0x00010406U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[342U] = 0x00010408U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[343U] = 0x0001040aU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[344U] = 0x0001040cU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[345U] = 0x0001040eU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[346U] = 0x00010410U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[347U] = 0x00010412U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[348U] = 0x00010414U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[349U] = 0x00010416U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[350U] = 0x00010418U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[351U] = 0x0001041aU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[352U] = 0x0001041cU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[353U] = 0x0001041eU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[354U] = 0x00030420U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[355U] = 0x00030422U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[356U] = 0x00030424U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[357U] = 0x00030426U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[358U] = 0x00030428U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[359U] = 0x0003042aU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[360U] = 0x0003042cU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[361U] = 0x0003042eU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[362U] = 0x00030430U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[363U] = 0x00030432U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[364U] = 0x00030434U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[365U] = 0x00030436U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[366U] = 0x00030438U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[367U] = 0x0003043aU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[368U] = 0x0003043cU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[369U] = 0x0003043eU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[370U] = 0x00050440U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[371U] = 0x00050442U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[372U] = 0x00050444U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[373U] = 0x00050446U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[374U] = 0x00050448U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[375U] = 0x0005044aU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[376U] = 0x0005044cU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[377U] = 0x0005044eU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[378U] = 0x00050450U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[379U] = 0x00050452U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[380U] = 0x00050454U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[381U] = 0x00050456U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[382U] = 0x00050458U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[383U] = 0x0005045aU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[384U] = 0x0005045cU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[385U] = 0x0005045eU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[386U] = 0U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[387U] = 2U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[388U] = 4U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[389U] = 6U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[390U] = 8U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[391U] = 0x0000000aU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[392U] = 0x0000000cU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[393U] = 0x0000000eU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[394U] = 0x00000010U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[395U] = 0x00000012U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[396U] = 0x00000014U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[397U] = 0x00000016U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[398U] = 0x00000018U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[399U] = 0x0000001aU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[400U] = 0x0000001cU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[401U] = 0x0000001eU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[402U] = 0x00020020U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[403U] = 0x00020022U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[404U] = 0x00020024U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[405U] = 0x00020026U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[406U] = 0x00020028U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[407U] = 0x0002002aU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[408U] = 0x0002002cU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[409U] = 0x0002002eU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[410U] = 0x00020030U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[411U] = 0x00020032U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[412U] = 0x00020034U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[413U] = 0x00020036U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[414U] = 0x00020038U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[415U] = 0x0002003aU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[416U] = 0x0002003cU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[417U] = 0x0002003eU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[418U] = 0x00040040U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[419U] = 0x00040042U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[420U] = 0x00040044U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[421U] = 0x00040046U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[422U] = 0x00040048U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[423U] = 0x0004004aU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[424U] = 0x0004004cU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[425U] = 0x0004004eU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[426U] = 0x00040050U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[427U] = 0x00040052U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[428U] = 0x00040054U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[429U] = 0x00040056U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[430U] = 0x00040058U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[431U] = 0x0004005aU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[432U] = 0x0004005cU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[433U] = 0x0004005eU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[434U] = 0x00008200U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[435U] = 0x00008202U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[436U] = 0x00008204U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[437U] = 0x00008206U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[438U] = 0x00008208U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[439U] = 0x0000820aU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[440U] = 0x0000820cU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[441U] = 0x0000820eU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[442U] = 0x00008210U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[443U] = 0x00008212U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[444U] = 0x00008214U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[445U] = 0x00008216U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[446U] = 0x00008218U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[447U] = 0x0000821aU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[448U] = 0x0000821cU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[449U] = 0x0000821eU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[450U] = 0x00028220U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[451U] = 0x00028222U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[452U] = 0x00028224U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[453U] = 0x00028226U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[454U] = 0x00028228U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[455U] = 0x0002822aU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[456U] = 0x0002822cU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[457U] = 0x0002822eU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[458U] = 0x00028230U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[459U] = 0x00028232U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[460U] = 0x00028234U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[461U] = 0x00028236U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[462U] = 0x00028238U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[463U] = 0x0002823aU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[464U] = 0x0002823cU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[465U] = 0x0002823eU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[466U] = 0x00048240U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[467U] = 0x00048242U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[468U] = 0x00048244U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[469U] = 0x00048246U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[470U] = 0x00048248U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[471U] = 0x0004824aU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[472U] = 0x0004824cU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[473U] = 0x0004824eU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[474U] = 0x00048250U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[475U] = 0x00048252U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[476U] = 0x00048254U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[477U] = 0x00048256U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[478U] = 0x00048258U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[479U] = 0x0004825aU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[480U] = 0x0004825cU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[481U] = 0x0004825eU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[482U] = 0x00010400U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[483U] = 0x00010402U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[484U] = 0x00010404U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[485U] = 0x00010406U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[486U] = 0x00010408U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[487U] = 0x0001040aU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[488U] = 0x0001040cU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[489U] = 0x0001040eU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[490U] = 0x00010410U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[491U] = 0x00010412U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[492U] = 0x00010414U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[493U] = 0x00010416U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[494U] = 0x00010418U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[495U] = 0x0001041aU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[496U] = 0x0001041cU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[497U] = 0x0001041eU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[498U] = 0x00030420U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[499U] = 0x00030422U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[500U] = 0x00030424U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[501U] = 0x00030426U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[502U] = 0x00030428U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[503U] = 0x0003042aU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[504U] = 0x0003042cU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[505U] = 0x0003042eU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[506U] = 0x00030430U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[507U] = 0x00030432U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[508U] = 0x00030434U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[509U] = 0x00030436U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[510U] = 0x00030438U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[511U] = 0x0003043aU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[512U] = 0x0003043cU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[513U] = 0x0003043eU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[514U] = 0x00050440U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[515U] = 0x00050442U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[516U] = 0x00050444U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[517U] = 0x00050446U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[518U] = 0x00050448U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[519U] = 0x0005044aU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[520U] = 0x0005044cU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[521U] = 0x0005044eU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[522U] = 0x00050450U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[523U] = 0x00050452U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[524U] = 0x00050454U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[525U] = 0x00050456U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[526U] = 0x00050458U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[527U] = 0x0005045aU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[528U] = 0x0005045cU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[529U] = 0x0005045eU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[530U] = 0U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[531U] = 2U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[532U] = 4U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[533U] = 6U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[534U] = 8U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[535U] = 0x0000000aU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[536U] = 0x0000000cU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[537U] = 0x0000000eU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[538U] = 0x00000010U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[539U] = 0x00000012U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[540U] = 0x00000014U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[541U] = 0x00000016U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[542U] = 0x00000018U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[543U] = 0x0000001aU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[544U] = 0x0000001cU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[545U] = 0x0000001eU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[546U] = 0U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[547U] = 2U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[548U] = 4U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[549U] = 6U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[550U] = 8U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[551U] = 0x0000000aU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[552U] = 0x0000000cU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[553U] = 0x0000000eU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[554U] = 0x00000010U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[555U] = 0x00000012U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[556U] = 0x00000014U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[557U] = 0x00000016U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[558U] = 0x00000018U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[559U] = 0x0000001aU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[560U] = 0x0000001cU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[561U] = 0x0000001eU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[562U] = 0x00000020U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[563U] = 0x00000022U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[564U] = 0x00000024U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[565U] = 0x00000026U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[566U] = 0x00000028U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[567U] = 0x0000002aU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[568U] = 0x0000002cU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[569U] = 0x0000002eU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[570U] = 0x00000030U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[571U] = 0x00000032U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[572U] = 0x00000034U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[573U] = 0x00000036U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[574U] = 0x00000038U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[575U] = 0x0000003aU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[576U] = 0x0000003cU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[577U] = 0x0000003eU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[578U] = 0x00020040U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[579U] = 0x00020042U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[580U] = 0x00020044U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[581U] = 0x00020046U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[582U] = 0x00020048U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[583U] = 0x0002004aU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[584U] = 0x0002004cU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[585U] = 0x0002004eU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[586U] = 0x00020050U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[587U] = 0x00020052U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[588U] = 0x00020054U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[589U] = 0x00020056U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[590U] = 0x00020058U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[591U] = 0x0002005aU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[592U] = 0x0002005cU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[593U] = 0x0002005eU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[594U] = 0x00020060U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[595U] = 0x00020062U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[596U] = 0x00020064U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[597U] = 0x00020066U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[598U] = 0x00020068U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[599U] = 0x0002006aU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[600U] = 0x0002006cU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[601U] = 0x0002006eU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[602U] = 0x00020070U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[603U] = 0x00020072U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[604U] = 0x00020074U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[605U] = 0x00020076U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[606U] = 0x00020078U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[607U] = 0x0002007aU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[608U] = 0x0002007cU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[609U] = 0x0002007eU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[610U] = 0x00040080U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[611U] = 0x00040082U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[612U] = 0x00040084U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[613U] = 0x00040086U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[614U] = 0x00040088U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[615U] = 0x0004008aU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[616U] = 0x0004008cU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[617U] = 0x0004008eU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[618U] = 0x00040090U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[619U] = 0x00040092U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[620U] = 0x00040094U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[621U] = 0x00040096U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[622U] = 0x00040098U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[623U] = 0x0004009aU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[624U] = 0x0004009cU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[625U] = 0x0004009eU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[626U] = 0x000400a0U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[627U] = 0x000400a2U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[628U] = 0x000400a4U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[629U] = 0x000400a6U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[630U] = 0x000400a8U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[631U] = 0x000400aaU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[632U] = 0x000400acU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[633U] = 0x000400aeU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[634U] = 0x000400b0U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[635U] = 0x000400b2U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[636U] = 0x000400b4U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[637U] = 0x000400b6U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[638U] = 0x000400b8U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[639U] = 0x000400baU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[640U] = 0x000400bcU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[641U] = 0x000400beU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[642U] = 0x00008200U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[643U] = 0x00008202U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[644U] = 0x00008204U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[645U] = 0x00008206U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[646U] = 0x00008208U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[647U] = 0x0000820aU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[648U] = 0x0000820cU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[649U] = 0x0000820eU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[650U] = 0x00008210U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[651U] = 0x00008212U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[652U] = 0x00008214U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[653U] = 0x00008216U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[654U] = 0x00008218U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[655U] = 0x0000821aU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[656U] = 0x0000821cU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[657U] = 0x0000821eU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[658U] = 0x00008220U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[659U] = 0x00008222U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[660U] = 0x00008224U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[661U] = 0x00008226U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[662U] = 0x00008228U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[663U] = 0x0000822aU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[664U] = 0x0000822cU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[665U] = 0x0000822eU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[666U] = 0x00008230U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[667U] = 0x00008232U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[668U] = 0x00008234U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[669U] = 0x00008236U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[670U] = 0x00008238U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[671U] = 0x0000823aU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[672U] = 0x0000823cU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[673U] = 0x0000823eU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[674U] = 0x00028240U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[675U] = 0x00028242U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[676U] = 0x00028244U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[677U] = 0x00028246U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[678U] = 0x00028248U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[679U] = 0x0002824aU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[680U] = 0x0002824cU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[681U] = 0x0002824eU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[682U] = 0x00028250U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[683U] = 0x00028252U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[684U] = 0x00028254U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[685U] = 0x00028256U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[686U] = 0x00028258U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[687U] = 0x0002825aU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[688U] = 0x0002825cU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[689U] = 0x0002825eU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[690U] = 0x00028260U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[691U] = 0x00028262U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[692U] = 0x00028264U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[693U] = 0x00028266U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[694U] = 0x00028268U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[695U] = 0x0002826aU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[696U] = 0x0002826cU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[697U] = 0x0002826eU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[698U] = 0x00028270U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[699U] = 0x00028272U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[700U] = 0x00028274U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[701U] = 0x00028276U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[702U] = 0x00028278U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[703U] = 0x0002827aU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[704U] = 0x0002827cU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[705U] = 0x0002827eU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[706U] = 0x00048280U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[707U] = 0x00048282U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[708U] = 0x00048284U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[709U] = 0x00048286U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[710U] = 0x00048288U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[711U] = 0x0004828aU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[712U] = 0x0004828cU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[713U] = 0x0004828eU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[714U] = 0x00048290U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[715U] = 0x00048292U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[716U] = 0x00048294U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[717U] = 0x00048296U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[718U] = 0x00048298U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[719U] = 0x0004829aU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[720U] = 0x0004829cU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[721U] = 0x0004829eU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[722U] = 0x000482a0U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[723U] = 0x000482a2U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[724U] = 0x000482a4U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[725U] = 0x000482a6U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[726U] = 0x000482a8U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[727U] = 0x000482aaU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[728U] = 0x000482acU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[729U] = 0x000482aeU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[730U] = 0x000482b0U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[731U] = 0x000482b2U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[732U] = 0x000482b4U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[733U] = 0x000482b6U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[734U] = 0x000482b8U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[735U] = 0x000482baU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[736U] = 0x000482bcU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[737U] = 0x000482beU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[738U] = 0x00010400U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[739U] = 0x00010402U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[740U] = 0x00010404U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[741U] = 0x00010406U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[742U] = 0x00010408U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[743U] = 0x0001040aU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[744U] = 0x0001040cU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[745U] = 0x0001040eU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[746U] = 0x00010410U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[747U] = 0x00010412U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[748U] = 0x00010414U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[749U] = 0x00010416U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[750U] = 0x00010418U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[751U] = 0x0001041aU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[752U] = 0x0001041cU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[753U] = 0x0001041eU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[754U] = 0x00010420U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[755U] = 0x00010422U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[756U] = 0x00010424U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[757U] = 0x00010426U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[758U] = 0x00010428U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[759U] = 0x0001042aU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[760U] = 0x0001042cU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[761U] = 0x0001042eU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[762U] = 0x00010430U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[763U] = 0x00010432U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[764U] = 0x00010434U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[765U] = 0x00010436U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[766U] = 0x00010438U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[767U] = 0x0001043aU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[768U] = 0x0001043cU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[769U] = 0x0001043eU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[770U] = 0x00030440U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[771U] = 0x00030442U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[772U] = 0x00030444U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[773U] = 0x00030446U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[774U] = 0x00030448U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[775U] = 0x0003044aU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[776U] = 0x0003044cU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[777U] = 0x0003044eU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[778U] = 0x00030450U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[779U] = 0x00030452U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[780U] = 0x00030454U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[781U] = 0x00030456U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[782U] = 0x00030458U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[783U] = 0x0003045aU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[784U] = 0x0003045cU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[785U] = 0x0003045eU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[786U] = 0x00030460U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[787U] = 0x00030462U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[788U] = 0x00030464U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[789U] = 0x00030466U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[790U] = 0x00030468U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[791U] = 0x0003046aU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[792U] = 0x0003046cU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[793U] = 0x0003046eU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[794U] = 0x00030470U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[795U] = 0x00030472U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[796U] = 0x00030474U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[797U] = 0x00030476U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[798U] = 0x00030478U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[799U] = 0x0003047aU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[800U] = 0x0003047cU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[801U] = 0x0003047eU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[802U] = 0x00050480U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[803U] = 0x00050482U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[804U] = 0x00050484U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[805U] = 0x00050486U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[806U] = 0x00050488U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[807U] = 0x0005048aU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[808U] = 0x0005048cU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[809U] = 0x0005048eU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[810U] = 0x00050490U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[811U] = 0x00050492U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[812U] = 0x00050494U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[813U] = 0x00050496U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[814U] = 0x00050498U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[815U] = 0x0005049aU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[816U] = 0x0005049cU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[817U] = 0x0005049eU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[818U] = 0x000504a0U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[819U] = 0x000504a2U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[820U] = 0x000504a4U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[821U] = 0x000504a6U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[822U] = 0x000504a8U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[823U] = 0x000504aaU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[824U] = 0x000504acU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[825U] = 0x000504aeU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[826U] = 0x000504b0U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[827U] = 0x000504b2U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[828U] = 0x000504b4U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[829U] = 0x000504b6U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[830U] = 0x000504b8U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[831U] = 0x000504baU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[832U] = 0x000504bcU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[833U] = 0x000504beU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[834U] = 0U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[835U] = 2U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[836U] = 4U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[837U] = 6U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[838U] = 0U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[839U] = 2U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[840U] = 4U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[841U] = 6U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[842U] = 8U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[843U] = 0x0000000aU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[844U] = 0x0000000cU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[845U] = 0x0000000eU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[846U] = 0x00000010U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[847U] = 0x00000012U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[848U] = 0x00000014U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[849U] = 0x00000016U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[850U] = 0x00000018U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[851U] = 0x0000001aU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[852U] = 0x0000001cU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[853U] = 0x0000001eU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[854U] = 0x00000020U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[855U] = 0x00000022U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[856U] = 0x00000024U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[857U] = 0x00000026U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[858U] = 0x00000028U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[859U] = 0x0000002aU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[860U] = 0x0000002cU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[861U] = 0x0000002eU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[862U] = 0x00000030U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[863U] = 0x00000032U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[864U] = 0x00000034U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[865U] = 0x00000036U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[866U] = 0x00000038U;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[867U] = 0x0000003aU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[868U] = 0x0000003cU;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__columns[869U] = 0x0000003eU;
    __Vilp2 = 0U;
    while ((__Vilp2 <= 0x00000a9dU)) {
        vlSelfRef.harness__DOT__engine__DOT__source__DOT__words__DOT__memory__DOT__memory[__Vilp2] = 0U;
        __Vilp2 = ((IData)(1U) + __Vilp2);
    }
}

VL_ATTR_COLD void Vtop___024root___eval_initial__TOP__6(Vtop___024root* vlSelf) {
    VL_DEBUG_IF(VL_DBG_MSGF("+    Vtop___024root___eval_initial__TOP__6\n"); );
    Vtop__Syms* const __restrict vlSymsp VL_ATTR_UNUSED = vlSelf->vlSymsp;
    auto& vlSelfRef = std::ref(*vlSelf).get();
    // Locals
    IData/*31:0*/ __Vilp1;
    // Body
    __Vilp1 = 0x00000a9eU;
    while ((__Vilp1 <= 0x00001a3dU)) {
        vlSelfRef.harness__DOT__engine__DOT__source__DOT__words__DOT__memory__DOT__memory[__Vilp1] = 0U;
        __Vilp1 = ((IData)(1U) + __Vilp1);
    }
}

VL_ATTR_COLD void Vtop___024root___eval_initial__TOP__7(Vtop___024root* vlSelf) {
    VL_DEBUG_IF(VL_DBG_MSGF("+    Vtop___024root___eval_initial__TOP__7\n"); );
    Vtop__Syms* const __restrict vlSymsp VL_ATTR_UNUSED = vlSelf->vlSymsp;
    auto& vlSelfRef = std::ref(*vlSelf).get();
    // Locals
    IData/*31:0*/ __Vilp1;
    // Body
    __Vilp1 = 0x00001a3eU;
    while ((__Vilp1 <= 0x000029ddU)) {
        vlSelfRef.harness__DOT__engine__DOT__source__DOT__words__DOT__memory__DOT__memory[__Vilp1] = 0U;
        __Vilp1 = ((IData)(1U) + __Vilp1);
    }
}

VL_ATTR_COLD void Vtop___024root___eval_initial__TOP__8(Vtop___024root* vlSelf) {
    VL_DEBUG_IF(VL_DBG_MSGF("+    Vtop___024root___eval_initial__TOP__8\n"); );
    Vtop__Syms* const __restrict vlSymsp VL_ATTR_UNUSED = vlSelf->vlSymsp;
    auto& vlSelfRef = std::ref(*vlSelf).get();
    // Locals
    IData/*31:0*/ __Vilp1;
    // Body
    __Vilp1 = 0x000029deU;
    while ((__Vilp1 <= 0x0000397dU)) {
        vlSelfRef.harness__DOT__engine__DOT__source__DOT__words__DOT__memory__DOT__memory[__Vilp1] = 0U;
        __Vilp1 = ((IData)(1U) + __Vilp1);
    }
}

VL_ATTR_COLD void Vtop___024root___eval_initial__TOP__9(Vtop___024root* vlSelf) {
    VL_DEBUG_IF(VL_DBG_MSGF("+    Vtop___024root___eval_initial__TOP__9\n"); );
    Vtop__Syms* const __restrict vlSymsp VL_ATTR_UNUSED = vlSelf->vlSymsp;
    auto& vlSelfRef = std::ref(*vlSelf).get();
    // Locals
    IData/*31:0*/ __Vilp1;
    // Body
    __Vilp1 = 0x0000397eU;
    while ((__Vilp1 <= 0x0000491dU)) {
        vlSelfRef.harness__DOT__engine__DOT__source__DOT__words__DOT__memory__DOT__memory[__Vilp1] = 0U;
        __Vilp1 = ((IData)(1U) + __Vilp1);
    }
}

VL_ATTR_COLD void Vtop___024root___eval_initial__TOP__10(Vtop___024root* vlSelf) {
    VL_DEBUG_IF(VL_DBG_MSGF("+    Vtop___024root___eval_initial__TOP__10\n"); );
    Vtop__Syms* const __restrict vlSymsp VL_ATTR_UNUSED = vlSelf->vlSymsp;
    auto& vlSelfRef = std::ref(*vlSelf).get();
    // Locals
    IData/*31:0*/ __Vilp1;
    // Body
    __Vilp1 = 0x0000491eU;
    while ((__Vilp1 <= 0x000058bdU)) {
        vlSelfRef.harness__DOT__engine__DOT__source__DOT__words__DOT__memory__DOT__memory[__Vilp1] = 0U;
        __Vilp1 = ((IData)(1U) + __Vilp1);
    }
}

VL_ATTR_COLD void Vtop___024root___eval_initial__TOP__11(Vtop___024root* vlSelf) {
    VL_DEBUG_IF(VL_DBG_MSGF("+    Vtop___024root___eval_initial__TOP__11\n"); );
    Vtop__Syms* const __restrict vlSymsp VL_ATTR_UNUSED = vlSelf->vlSymsp;
    auto& vlSelfRef = std::ref(*vlSelf).get();
    // Locals
    IData/*31:0*/ __Vilp1;
    // Body
    __Vilp1 = 0x000058beU;
    while ((__Vilp1 <= 0x0000685dU)) {
        vlSelfRef.harness__DOT__engine__DOT__source__DOT__words__DOT__memory__DOT__memory[__Vilp1] = 0U;
        __Vilp1 = ((IData)(1U) + __Vilp1);
    }
}

VL_ATTR_COLD void Vtop___024root___eval_initial__TOP__12(Vtop___024root* vlSelf) {
    VL_DEBUG_IF(VL_DBG_MSGF("+    Vtop___024root___eval_initial__TOP__12\n"); );
    Vtop__Syms* const __restrict vlSymsp VL_ATTR_UNUSED = vlSelf->vlSymsp;
    auto& vlSelfRef = std::ref(*vlSelf).get();
    // Locals
    IData/*31:0*/ __Vilp1;
    // Body
    __Vilp1 = 0x0000685eU;
    while ((__Vilp1 <= 0x000077fdU)) {
        vlSelfRef.harness__DOT__engine__DOT__source__DOT__words__DOT__memory__DOT__memory[__Vilp1] = 0U;
        __Vilp1 = ((IData)(1U) + __Vilp1);
    }
}

VL_ATTR_COLD void Vtop___024root___eval_initial__TOP__13(Vtop___024root* vlSelf) {
    VL_DEBUG_IF(VL_DBG_MSGF("+    Vtop___024root___eval_initial__TOP__13\n"); );
    Vtop__Syms* const __restrict vlSymsp VL_ATTR_UNUSED = vlSelf->vlSymsp;
    auto& vlSelfRef = std::ref(*vlSelf).get();
    // Locals
    IData/*31:0*/ __Vilp1;
    // Body
    __Vilp1 = 0x000077feU;
    while ((__Vilp1 <= 0x0000879dU)) {
        vlSelfRef.harness__DOT__engine__DOT__source__DOT__words__DOT__memory__DOT__memory[__Vilp1] = 0U;
        __Vilp1 = ((IData)(1U) + __Vilp1);
    }
}

VL_ATTR_COLD void Vtop___024root___eval_initial__TOP__14(Vtop___024root* vlSelf) {
    VL_DEBUG_IF(VL_DBG_MSGF("+    Vtop___024root___eval_initial__TOP__14\n"); );
    Vtop__Syms* const __restrict vlSymsp VL_ATTR_UNUSED = vlSelf->vlSymsp;
    auto& vlSelfRef = std::ref(*vlSelf).get();
    // Locals
    IData/*31:0*/ __Vilp1;
    // Body
    __Vilp1 = 0x0000879eU;
    while ((__Vilp1 <= 0x0000973dU)) {
        vlSelfRef.harness__DOT__engine__DOT__source__DOT__words__DOT__memory__DOT__memory[__Vilp1] = 0U;
        __Vilp1 = ((IData)(1U) + __Vilp1);
    }
}

VL_ATTR_COLD void Vtop___024root___eval_initial__TOP__15(Vtop___024root* vlSelf) {
    VL_DEBUG_IF(VL_DBG_MSGF("+    Vtop___024root___eval_initial__TOP__15\n"); );
    Vtop__Syms* const __restrict vlSymsp VL_ATTR_UNUSED = vlSelf->vlSymsp;
    auto& vlSelfRef = std::ref(*vlSelf).get();
    // Locals
    IData/*31:0*/ __Vilp1;
    // Body
    __Vilp1 = 0x0000973eU;
    while ((__Vilp1 <= 0x000099ffU)) {
        vlSelfRef.harness__DOT__engine__DOT__source__DOT__words__DOT__memory__DOT__memory[__Vilp1] = 0U;
        __Vilp1 = ((IData)(1U) + __Vilp1);
    }
}

VL_ATTR_COLD void Vtop___024root___eval_final(Vtop___024root* vlSelf) {
    VL_DEBUG_IF(VL_DBG_MSGF("+    Vtop___024root___eval_final\n"); );
    Vtop__Syms* const __restrict vlSymsp VL_ATTR_UNUSED = vlSelf->vlSymsp;
    auto& vlSelfRef = std::ref(*vlSelf).get();
}

#ifdef VL_DEBUG
VL_ATTR_COLD void Vtop___024root___dump_triggers__stl(const VlUnpacked<QData/*63:0*/, 1> &triggers, const std::string &tag);
#endif  // VL_DEBUG
VL_ATTR_COLD bool Vtop___024root___eval_phase__stl(Vtop___024root* vlSelf);

VL_ATTR_COLD void Vtop___024root___eval_settle(Vtop___024root* vlSelf) {
    VL_DEBUG_IF(VL_DBG_MSGF("+    Vtop___024root___eval_settle\n"); );
    Vtop__Syms* const __restrict vlSymsp VL_ATTR_UNUSED = vlSelf->vlSymsp;
    auto& vlSelfRef = std::ref(*vlSelf).get();
    // Locals
    IData/*31:0*/ __VstlIterCount;
    // Body
    __VstlIterCount = 0U;
    vlSelfRef.__VstlFirstIteration = 1U;
    do {
        if (VL_UNLIKELY(((0x00002710U < __VstlIterCount)))) {
#ifdef VL_DEBUG
            Vtop___024root___dump_triggers__stl(vlSelfRef.__VstlTriggered, "stl"s);
#endif
            VL_FATAL_MT("/work/main/sim/gossamer_sim/harness.v", 13, "", "DIDNOTCONVERGE: Settle region did not converge after '--converge-limit' of 10000 tries");
        }
        __VstlIterCount = ((IData)(1U) + __VstlIterCount);
        vlSelfRef.__VstlPhaseResult = Vtop___024root___eval_phase__stl(vlSelf);
        vlSelfRef.__VstlFirstIteration = 0U;
    } while (vlSelfRef.__VstlPhaseResult);
}

VL_ATTR_COLD void Vtop___024root___eval_triggers_vec__stl(Vtop___024root* vlSelf) {
    VL_DEBUG_IF(VL_DBG_MSGF("+    Vtop___024root___eval_triggers_vec__stl\n"); );
    Vtop__Syms* const __restrict vlSymsp VL_ATTR_UNUSED = vlSelf->vlSymsp;
    auto& vlSelfRef = std::ref(*vlSelf).get();
    // Body
    vlSelfRef.__VstlTriggered[0U] = ((0xfffffffffffffffeULL 
                                      & vlSelfRef.__VstlTriggered[0U]) 
                                     | (IData)((IData)(vlSelfRef.__VstlFirstIteration)));
}

VL_ATTR_COLD bool Vtop___024root___trigger_anySet__stl(const VlUnpacked<QData/*63:0*/, 1> &in);

#ifdef VL_DEBUG
VL_ATTR_COLD void Vtop___024root___dump_triggers__stl(const VlUnpacked<QData/*63:0*/, 1> &triggers, const std::string &tag) {
    VL_DEBUG_IF(VL_DBG_MSGF("+    Vtop___024root___dump_triggers__stl\n"); );
    // Body
    if ((1U & (~ (IData)(Vtop___024root___trigger_anySet__stl(triggers))))) {
        VL_DBG_MSGS("         No '" + tag + "' region triggers active\n");
    }
    if ((1U & (IData)(triggers[0U]))) {
        VL_DBG_MSGS("         '" + tag + "' region trigger index 0 is active: Internal 'stl' trigger - first iteration\n");
    }
}
#endif  // VL_DEBUG

VL_ATTR_COLD bool Vtop___024root___trigger_anySet__stl(const VlUnpacked<QData/*63:0*/, 1> &in) {
    VL_DEBUG_IF(VL_DBG_MSGF("+    Vtop___024root___trigger_anySet__stl\n"); );
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

extern const VlUnpacked<CData/*7:0*/, 16> Vtop__ConstPool__TABLE_hab0b23a0_0;
extern const VlUnpacked<CData/*0:0*/, 16> Vtop__ConstPool__TABLE_hcc57cb50_0;
extern const VlUnpacked<CData/*5:0*/, 16> Vtop__ConstPool__TABLE_hbb1563b0_0;
extern const VlUnpacked<SData/*9:0*/, 16> Vtop__ConstPool__TABLE_h29078224_0;
extern const VlUnpacked<SData/*8:0*/, 16> Vtop__ConstPool__TABLE_hc235d7ff_0;
extern const VlUnpacked<CData/*6:0*/, 16> Vtop__ConstPool__TABLE_h45c368fe_0;
extern const VlUnpacked<CData/*2:0*/, 16> Vtop__ConstPool__TABLE_h5f5b73a4_0;
extern const VlUnpacked<SData/*8:0*/, 16> Vtop__ConstPool__TABLE_h31af2640_0;
extern const VlUnpacked<CData/*3:0*/, 16> Vtop__ConstPool__TABLE_h4455dce8_0;
extern const VlUnpacked<SData/*14:0*/, 16> Vtop__ConstPool__TABLE_h73b4578a_0;
extern const VlUnpacked<IData/*22:0*/, 16> Vtop__ConstPool__TABLE_h0d743e64_0;
extern const VlUnpacked<IData/*20:0*/, 16> Vtop__ConstPool__TABLE_h07a9ae1e_0;
extern const VlUnpacked<IData/*26:0*/, 16> Vtop__ConstPool__TABLE_h2ebfa8f3_0;
extern const VlUnpacked<CData/*0:0*/, 16> Vtop__ConstPool__TABLE_hfa6f210b_0;
extern const VlUnpacked<CData/*5:0*/, 16> Vtop__ConstPool__TABLE_h17c484a4_0;
extern const VlUnpacked<CData/*0:0*/, 16> Vtop__ConstPool__TABLE_hc71904a7_0;
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
extern const VlUnpacked<CData/*0:0*/, 16> Vtop__ConstPool__TABLE_hed4c4d96_0;
extern const VlUnpacked<CData/*0:0*/, 64> Vtop__ConstPool__TABLE_h5d27c977_0;
extern const VlUnpacked<CData/*0:0*/, 256> Vtop__ConstPool__TABLE_hdb7b9c00_0;
extern const VlUnpacked<CData/*0:0*/, 512> Vtop__ConstPool__TABLE_heedcf5cf_0;
extern const VlUnpacked<CData/*1:0*/, 128> Vtop__ConstPool__TABLE_h028c627c_0;

VL_ATTR_COLD void Vtop___024root___stl_sequent__TOP__0(Vtop___024root* vlSelf) {
    VL_DEBUG_IF(VL_DBG_MSGF("+    Vtop___024root___stl_sequent__TOP__0\n"); );
    Vtop__Syms* const __restrict vlSymsp VL_ATTR_UNUSED = vlSelf->vlSymsp;
    auto& vlSelfRef = std::ref(*vlSelf).get();
    // Locals
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
    VlWide<3>/*95:0*/ __Vtemp_2;
    VlWide<3>/*95:0*/ __Vtemp_5;
    VlWide<3>/*95:0*/ __Vtemp_6;
    // Body
    vlSelfRef.harness__DOT__wake = vlSelfRef.wake;
    vlSelfRef.harness__DOT__finished = vlSelfRef.finished;
    vlSelfRef.harness__DOT__fault = vlSelfRef.fault;
    vlSelfRef.harness__DOT__clk = vlSelfRef.clk;
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
    vlSelfRef.harness__DOT__engine__DOT__post__DOT____02465 
        = (0x000003ffU & ((IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__step) 
                          + (IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__start)));
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
    vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT____02444 
        = vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__recent;
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
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____02490 
        = vlSelfRef.harness__DOT__engine__DOT__layer;
    vlSelfRef.harness__DOT__engine__DOT__source__DOT__words__DOT____0245 
        = ((~ (IData)(vlSelfRef.harness__DOT__loaded)) 
           & (IData)(vlSelfRef.harness__DOT__load_write));
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
    __Vtableidx58 = vlSelfRef.harness__DOT__engine__DOT__layer;
    harness__DOT__engine__DOT__sequencer__DOT____0248 
        = Vtop__ConstPool__TABLE_h29078224_0[__Vtableidx58];
    harness__DOT__engine__DOT__post__DOT____024217 
        = (0x03ffffffU & ((IData)(1U) + VL_EXTENDS_II(26,25, 
                                                      (0x01ffffffU 
                                                       & VL_SHIFTRS_III(25,25,4, vlSelfRef.harness__DOT__engine__DOT__post__DOT__prepared_0, (IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__shift_last_0))))));
    __Vtableidx91 = vlSelfRef.harness__DOT__engine__DOT__source__DOT__layer;
    harness__DOT__engine__DOT__source__DOT____02412 
        = Vtop__ConstPool__TABLE_hc235d7ff_0[__Vtableidx91];
    __Vtableidx92 = vlSelfRef.harness__DOT__engine__DOT__source__DOT__layer;
    harness__DOT__engine__DOT__source__DOT____02413 
        = Vtop__ConstPool__TABLE_h45c368fe_0[__Vtableidx92];
    __Vtableidx93 = vlSelfRef.harness__DOT__engine__DOT__source__DOT__layer;
    harness__DOT__engine__DOT__source__DOT____02414 
        = Vtop__ConstPool__TABLE_h5f5b73a4_0[__Vtableidx93];
    __Vtableidx26 = vlSelfRef.harness__DOT__engine__DOT__post__DOT__layer;
    harness__DOT__engine__DOT__post__DOT____024149 
        = Vtop__ConstPool__TABLE_h31af2640_0[__Vtableidx26];
    __Vtableidx69 = vlSelfRef.harness__DOT__engine__DOT__layer;
    harness__DOT__engine__DOT__sequencer__DOT____02451 
        = Vtop__ConstPool__TABLE_h4455dce8_0[__Vtableidx69];
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
    __Vtableidx59 = vlSelfRef.harness__DOT__engine__DOT__layer;
    harness__DOT__engine__DOT__sequencer__DOT____02423 
        = Vtop__ConstPool__TABLE_h17c484a4_0[__Vtableidx59];
    __Vtableidx74 = vlSelfRef.harness__DOT__engine__DOT__layer;
    harness__DOT__engine__DOT__sequencer__DOT____02464 
        = Vtop__ConstPool__TABLE_hc71904a7_0[__Vtableidx74];
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
    harness__DOT__engine__DOT__accumulator__DOT____02410 
        = ((IData)(vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__here) 
           == (IData)(vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__recent));
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
    __Vtableidx68 = vlSelfRef.harness__DOT__engine__DOT__layer;
    harness__DOT__engine__DOT__sequencer__DOT____02448 
        = Vtop__ConstPool__TABLE_h782839df_0[__Vtableidx68];
    harness__DOT__engine__DOT__address = ((0U == (IData)(vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__fsm_state))
                                           ? (IData)(vlSelfRef.harness__DOT__engine__DOT__element)
                                           : (0x00007ffeU 
                                              & (IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__address_11)));
    harness__DOT__engine__DOT__sequencer__DOT____02411 
        = (0x0000007fU & (((IData)(1U) + (IData)(vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__number)) 
                          & (- (IData)((1U & (~ (IData)(vlSelfRef.harness__DOT__engine__DOT__closes)))))));
    __Vtableidx60 = vlSelfRef.harness__DOT__engine__DOT__layer;
    harness__DOT__engine__DOT__sequencer__DOT____02433 
        = Vtop__ConstPool__TABLE_h95f4dd35_0[__Vtableidx60];
    __Vtableidx64 = vlSelfRef.harness__DOT__engine__DOT__layer;
    harness__DOT__engine__DOT__sequencer__DOT____02442 
        = Vtop__ConstPool__TABLE_h60cb7b14_0[__Vtableidx64];
    __Vtableidx70 = vlSelfRef.harness__DOT__engine__DOT__layer;
    harness__DOT__engine__DOT__sequencer__DOT____02459 
        = Vtop__ConstPool__TABLE_h60cb7b14_0[__Vtableidx70];
    vlSelfRef.__VdfgRegularize_h6e95ff9d_0_14 = ((IData)(vlSelfRef.harness__DOT__engine__DOT__closes) 
                                                 & (IData)(vlSelfRef.harness__DOT__engine__DOT__last));
    harness__DOT__engine__DOT__post__DOT____024122 
        = ((- (IData)((1U & (IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__joint_operand_0)))) 
           & vlSelfRef.harness__DOT__engine__DOT__post__DOT__joint_factor);
    harness__DOT__engine__DOT__post__DOT____024132 
        = ((- (IData)((1U & ((IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__joint_operand_0) 
                             >> 4U)))) & vlSelfRef.harness__DOT__engine__DOT__post__DOT__joint_factor);
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
    harness__DOT__engine__DOT__accumulator__DOT____0243 
        = (IData)((5U == (5U & (IData)(vlSelfRef.harness__DOT__engine__DOT__control_3))));
    __Vtableidx88 = vlSelfRef.harness__DOT__engine__DOT__layer;
    harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02436 
        = Vtop__ConstPool__TABLE_hdf3d3f35_0[__Vtableidx88];
    __Vtableidx89 = vlSelfRef.harness__DOT__engine__DOT__layer;
    harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02437 
        = Vtop__ConstPool__TABLE_hdf3d3f35_0[__Vtableidx89];
    __Vtableidx90 = vlSelfRef.harness__DOT__engine__DOT__layer;
    harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02438 
        = Vtop__ConstPool__TABLE_hca93151c_0[__Vtableidx90];
    harness__DOT__engine__DOT__residual_data = (0x0000ffffU 
                                                & ((IData)(vlSelfRef.harness__DOT__engine__DOT__activations__DOT__pair_0__DOT__wrote)
                                                    ? 
                                                   (~ (IData)(vlSelfRef.harness__DOT__engine__DOT__activations__DOT__pair_0__DOT___0_))
                                                    : (IData)(vlSelfRef.harness__DOT__engine__DOT__activations__DOT__pair_0__DOT___0_)));
    __Vtableidx29 = vlSelfRef.harness__DOT__engine__DOT__post__DOT__layer;
    harness__DOT__engine__DOT__post__DOT____024164 
        = Vtop__ConstPool__TABLE_h5469816d_0[__Vtableidx29];
    __Vtableidx30 = vlSelfRef.harness__DOT__engine__DOT__post__DOT__layer;
    harness__DOT__engine__DOT__post__DOT____024166 
        = Vtop__ConstPool__TABLE_h80304e69_0[__Vtableidx30];
    __Vtableidx40 = vlSelfRef.harness__DOT__engine__DOT__post__DOT__layer;
    harness__DOT__engine__DOT__post__DOT____024202 
        = Vtop__ConstPool__TABLE_h5469816d_0[__Vtableidx40];
    harness__DOT__engine__DOT____0241 = ((IData)(vlSelfRef.harness__DOT__i_valid) 
                                         & (0U == (IData)(vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__fsm_state)));
    __Vtableidx37 = vlSelfRef.harness__DOT__engine__DOT__post__DOT__layer;
    harness__DOT__engine__DOT__post__DOT____024192 
        = Vtop__ConstPool__TABLE_h68d3d3b3_0[__Vtableidx37];
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
    harness__DOT__engine__DOT__source__DOT__i___05Fpayload 
        = (0x0000ffffU & ((IData)(vlSelfRef.harness__DOT__engine__DOT__source__DOT__words__DOT__memory__DOT__wrote)
                           ? (~ (IData)(vlSelfRef.harness__DOT__engine__DOT__source__DOT__words__DOT__memory__DOT___0_))
                           : (IData)(vlSelfRef.harness__DOT__engine__DOT__source__DOT__words__DOT__memory__DOT___0_)));
    harness__DOT__engine__DOT__source__DOT____02421 
        = ((IData)(vlSelfRef.harness__DOT__engine__DOT__source__DOT__group) 
           == (IData)(vlSelfRef.harness__DOT__engine__DOT__source__DOT__held__02428));
    harness__DOT__engine__DOT__source__DOT__o___05Fready 
        = (1U & ((7U != (IData)(vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT__gearbox__DOT__level)) 
                 | (~ (IData)(vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____024signal))));
    harness__DOT__engine__DOT__source__DOT____02419 
        = ((IData)(vlSelfRef.harness__DOT__engine__DOT__source__DOT__burst) 
           != (IData)(vlSelfRef.harness__DOT__engine__DOT__source__DOT__held__02425));
    harness__DOT__engine__DOT__post__DOT____02470 = 
        ((0x00800000U & (vlSelfRef.harness__DOT__engine__DOT__post__DOT__sum_0 
                         << 1U)) | vlSelfRef.harness__DOT__engine__DOT__post__DOT__sum_0);
    harness__DOT__engine__DOT__post__DOT__issue = (
                                                   (~ (IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__turn)) 
                                                   & (0U 
                                                      != (IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__waiting)));
    harness__DOT__engine__DOT__sequencer__DOT____02422 
        = ((~ (IData)(vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____024signal)) 
           & ((IData)(vlSelfRef.harness__DOT__engine__DOT__source__DOT__i___05Fvalid) 
              & (7U == (IData)(vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT__gearbox__DOT__level))));
    harness__DOT__engine__DOT__source__DOT__decoder_0__DOT____0242 
        = ((IData)(vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT__index) 
           == (0x000001ffU & ((IData)(vlSelfRef.harness__DOT__engine__DOT__source__DOT__count) 
                              - (IData)(1U))));
    __Vtableidx79 = vlSelfRef.harness__DOT__engine__DOT__layer;
    harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____0241 
        = Vtop__ConstPool__TABLE_h8f8f32d9_0[__Vtableidx79];
    __Vtableidx80 = vlSelfRef.harness__DOT__engine__DOT__layer;
    harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____0244 
        = Vtop__ConstPool__TABLE_h8f8f32d9_0[__Vtableidx80];
    __Vtableidx81 = vlSelfRef.harness__DOT__engine__DOT__layer;
    harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____0247 
        = Vtop__ConstPool__TABLE_h8f8f32d9_0[__Vtableidx81];
    vlSelfRef.harness__DOT__engine__DOT__end = ((IData)(vlSelfRef.harness__DOT__engine__DOT__closes) 
                                                & ((IData)(vlSelfRef.harness__DOT__engine__DOT__position) 
                                                   == (IData)(vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__stop)));
    __Vtableidx25 = vlSelfRef.harness__DOT__engine__DOT__post__DOT__layer;
    harness__DOT__engine__DOT__post__DOT____024115 
        = Vtop__ConstPool__TABLE_hed4c4d96_0[__Vtableidx25];
    __Vtableidx27 = vlSelfRef.harness__DOT__engine__DOT__post__DOT__layer;
    harness__DOT__engine__DOT__post__DOT____024152 
        = Vtop__ConstPool__TABLE_hfa6f210b_0[__Vtableidx27];
    harness__DOT__engine__DOT__post__DOT____024151 
        = ((IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__valid_7) 
           & ((IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__flags_11) 
              >> 1U));
    vlSelfRef.harness__DOT__engine__DOT__source__DOT__words__DOT__write 
        = (3U & (((IData)(1U) << (1U & vlSelfRef.harness__DOT__load_address)) 
                 & (- (IData)((IData)(vlSelfRef.harness__DOT__engine__DOT__source__DOT__words__DOT____0245)))));
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____0249 
        = (0x000007ffU & ((IData)(harness__DOT__engine__DOT__sequencer__DOT____0248) 
                          + (0x000001ffU & vlSelfRef.harness__DOT__engine__DOT__upcoming[0U])));
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
    harness__DOT__engine__DOT__post__DOT____024154 
        = (0x000003ffU & (VL_EXTENDS_II(10,9, (IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__late_0)) 
                          - VL_EXTENDS_II(10,9, (IData)(harness__DOT__engine__DOT__post__DOT____024153))));
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
    harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02440 
        = (0x0000ffffU & ((IData)(harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02438) 
                          + (IData)(vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__offset)));
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
    harness__DOT__engine__DOT__post__DOT____024169 
        = ((0x0000001fU & ((((IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__group) 
                             == (IData)(harness__DOT__engine__DOT__post__DOT____024164))
                             ? (IData)(harness__DOT__engine__DOT__post__DOT____024166)
                             : 8U) - (IData)(1U))) 
           == (IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__step));
    harness__DOT__engine__DOT__post__DOT____024203 
        = ((IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__group) 
           == (IData)(harness__DOT__engine__DOT__post__DOT____024202));
    vlSelfRef.harness__DOT__engine__DOT____02436 = vlSelfRef.harness__DOT__engine__DOT__channel;
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
    if ((1U & (IData)(vlSelfRef.harness__DOT__engine__DOT__control_3))) {
        vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT____02444 
            = vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT__here;
    }
    harness__DOT__engine__DOT__write = ((IData)(vlSelfRef.harness__DOT__engine__DOT__write__02427) 
                                        | (IData)(harness__DOT__engine__DOT____0241));
    harness__DOT__engine__DOT__post__DOT____024193 
        = ((IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__burst) 
           == (IData)(harness__DOT__engine__DOT__post__DOT____024192));
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
    harness__DOT__engine__DOT__source__DOT__words__DOT____024signal 
        = (1U & ((~ (IData)(vlSelfRef.harness__DOT__engine__DOT__source__DOT__i___05Fvalid)) 
                 | (IData)(harness__DOT__engine__DOT__source__DOT__o___05Fready)));
    harness__DOT__engine__DOT__source__DOT__decoder_0__DOT__gearbox__DOT____0242 
        = ((IData)(vlSelfRef.harness__DOT__engine__DOT__source__DOT__i___05Fvalid) 
           & (IData)(harness__DOT__engine__DOT__source__DOT__o___05Fready));
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
    harness__DOT__engine__DOT__source__DOT____02416 
        = ((IData)(harness__DOT__engine__DOT__source__DOT__decoder_0__DOT____0242) 
           & (IData)(harness__DOT__engine__DOT__sequencer__DOT____02422));
    harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____0242 
        = ((IData)(harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____0241) 
           == (IData)(vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__walk__DOT__counter_0));
    harness__DOT__engine__DOT__sequencer__DOT__walk__DOT__moves_1 
        = (((IData)(vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__walk__DOT__counter_0) 
            == (IData)(harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____0244)) 
           & ((IData)(harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____0247) 
              != (IData)(vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__walk__DOT__counter_1)));
    vlSelfRef.harness__DOT__o_valid = ((IData)(harness__DOT__engine__DOT__post__DOT____024152) 
                                       & (IData)(harness__DOT__engine__DOT__post__DOT____024151));
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
    if ((1U & (IData)(vlSelfRef.harness__DOT__engine__DOT__control_3))) {
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
    }
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
    harness__DOT__engine__DOT__activations__DOT____02411 
        = ((0U == (IData)(vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__fsm_state)) 
           & (IData)(harness__DOT__engine__DOT__write));
    vlSelfRef.harness__DOT__engine__DOT__source__DOT__words__DOT____Vcellinp__memory__address 
        = (0x0000ffffU & ((IData)(vlSelfRef.harness__DOT__loaded)
                           ? ((IData)(harness__DOT__engine__DOT__source__DOT__words__DOT____024signal)
                               ? (IData)(vlSelfRef.harness__DOT__engine__DOT__source__DOT__words__DOT____024like)
                               : (IData)(vlSelfRef.harness__DOT__engine__DOT__source__DOT__words__DOT__latest))
                           : (vlSelfRef.harness__DOT__load_address 
                              >> 1U)));
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
    vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT__gearbox__DOT____02412 
        = vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT____02413;
    harness__DOT__engine__DOT__source__DOT__words__DOT____0249 
        = (0x0001ffffU & ((IData)(harness__DOT__engine__DOT__source__DOT__decoder_0__DOT__gearbox__DOT____0242) 
                          + (IData)(vlSelfRef.harness__DOT__engine__DOT__source__DOT__words__DOT__taken)));
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
    vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT____0246 
        = vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT__index;
    harness__DOT__engine__DOT__source__DOT__decoder_0__DOT__clear = 0U;
    vlSelfRef.harness__DOT__engine__DOT__source__DOT____02428 
        = vlSelfRef.harness__DOT__engine__DOT__source__DOT__burst;
    vlSelfRef.harness__DOT__engine__DOT__source__DOT____02429 
        = vlSelfRef.harness__DOT__engine__DOT__source__DOT__group;
    vlSelfRef.harness__DOT__engine__DOT__source__DOT____02430 
        = vlSelfRef.harness__DOT__engine__DOT__source__DOT__layer;
    if (harness__DOT__engine__DOT__source__DOT__decoder_0__DOT__gearbox__DOT____0242) {
        if ((0U == (IData)(vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT__gearbox__DOT__level))) {
            vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT__gearbox__DOT____0246 
                = harness__DOT__engine__DOT__source__DOT__i___05Fpayload;
        }
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
    }
    if (harness__DOT__engine__DOT__source__DOT____02416) {
        vlSelfRef.harness__DOT__engine__DOT__source__DOT____02428 
            = (0x0000007fU & ((IData)(1U) + (IData)(vlSelfRef.harness__DOT__engine__DOT__source__DOT__burst)));
        harness__DOT__engine__DOT__source__DOT__mark = 0U;
        harness__DOT__engine__DOT__source__DOT__advance = 0U;
        harness__DOT__engine__DOT__source__DOT__rewind = 0U;
        harness__DOT__engine__DOT__source__DOT__restart = 0U;
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
                harness__DOT__engine__DOT__source__DOT__advance = 1U;
                harness__DOT__engine__DOT__source__DOT__restart 
                    = (0x0aU == (IData)(vlSelfRef.harness__DOT__engine__DOT__source__DOT__layer));
            }
            harness__DOT__engine__DOT__source__DOT__mark 
                = (1U & (~ ((IData)(harness__DOT__engine__DOT__source__DOT____02421) 
                            & (0x0aU == (IData)(vlSelfRef.harness__DOT__engine__DOT__source__DOT__layer)))));
        }
        if (harness__DOT__engine__DOT__source__DOT____02419) {
            harness__DOT__engine__DOT__source__DOT__rewind = 1U;
        }
    } else {
        harness__DOT__engine__DOT__source__DOT__mark = 0U;
        harness__DOT__engine__DOT__source__DOT__advance = 0U;
        harness__DOT__engine__DOT__source__DOT__rewind = 0U;
        harness__DOT__engine__DOT__source__DOT__restart = 0U;
    }
    if ((1U & (~ (IData)(vlSelfRef.harness__DOT__loaded)))) {
        harness__DOT__engine__DOT__source__DOT__restart = 1U;
    }
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
    vlSelfRef.harness__DOT__engine__DOT__enable = (1U 
                                                   & ((~ (IData)(vlSelfRef.harness__DOT__o_valid)) 
                                                      | (IData)(vlSelfRef.harness__DOT__o_ready)));
    vlSelfRef.harness__DOT__engine__DOT__activations__DOT__write__02410 
        = (3U & (((((IData)(harness__DOT__engine__DOT__address) 
                    & (IData)(harness__DOT__engine__DOT__activations__DOT____02411)) 
                   << 1U) | ((~ (IData)(harness__DOT__engine__DOT__address)) 
                             & (IData)(harness__DOT__engine__DOT__activations__DOT____02411))) 
                 | (- (IData)(((0U != (IData)(vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__fsm_state)) 
                               & (IData)(harness__DOT__engine__DOT__write))))));
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
    vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT__gearbox__DOT____0245 
        = vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT__gearbox__DOT__level;
    if (harness__DOT__engine__DOT__source__DOT__decoder_0__DOT__gearbox__DOT____0242) {
        vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT__gearbox__DOT____0245 
            = (7U & (((IData)(1U) + (IData)(vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT__gearbox__DOT__level)) 
                     & (- (IData)((7U != (IData)(vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT__gearbox__DOT__level))))));
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
            harness__DOT__engine__DOT__source__DOT__decoder_0__DOT__clear = 1U;
        }
    }
    if (harness__DOT__engine__DOT__source__DOT__decoder_0__DOT__clear) {
        vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT__gearbox__DOT____0245 = 0U;
    }
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
    vlSelfRef.harness__DOT__engine__DOT__post__DOT____024285 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT__valid_1;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT____024288 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT__chosen;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT____024291 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT__valid_2;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT____024298 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT__valid_13;
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
    vlSelfRef.harness__DOT__engine__DOT__post__DOT____024317 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT__scaled_0;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT____024318 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT__valid_4;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT____024324 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT__valid_9;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT____024333 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT__valid_14;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT____024334 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT__valid_15;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT____024338 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT__valid_16;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT____024339 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT__joint_first_0;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT____024340 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT__valid_17;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT____024344 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT__valid_5;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT____024346 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT__valid_11;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT____024349 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT__late_0;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT____024351 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT__valid_7;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT____024309 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT__product_0;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT____024332 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT__joint_rows_0_2;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT____024327 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT__joint_factor;
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
    vlSelfRef.harness__DOT__engine__DOT__post__DOT____024302 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT__part_0;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT____024350 
        = vlSelfRef.harness__DOT__engine__DOT__write__02427;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT____024319 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT__limited_0;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT____024323 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT__residual_0;
    vlSelfRef.harness__DOT__engine__DOT__done = ((IData)(vlSelfRef.harness__DOT__engine__DOT__enable) 
                                                 & ((IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__valid_7) 
                                                    & ((IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__flags_11) 
                                                       >> 2U)));
    vlSelfRef.harness__DOT__engine__DOT__post__DOT____024345 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT__added_0;
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
    vlSelfRef.harness__DOT__engine__DOT__post__DOT____024353 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT__turn;
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
    vlSelfRef.harness__DOT__engine__DOT__post__DOT____024294 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT__rows_0_0;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT____024295 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT__rows_0_1;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT____024296 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT__rows_0_2;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT____024297 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT__rows_0_3;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT____024354 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT__layer;
    if ((((IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__flags_11) 
          >> 3U) & (IData)(vlSelfRef.harness__DOT__engine__DOT__done))) {
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024354 
            = (0x0000000fU & (((IData)(1U) + (IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__layer)) 
                              & (- (IData)((0x0aU != (IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__layer))))));
    }
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
    vlSelfRef.harness__DOT__engine__DOT__post__DOT____024329 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT__joint_rest_0;
    if (harness__DOT__engine__DOT__post__DOT____024236) {
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024329 
            = vlSelfRef.harness__DOT__engine__DOT__post__DOT__residual_0;
    }
    vlSelfRef.harness__DOT__engine__DOT__post__DOT____024328 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT__joint_operand_0;
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
        VL_EXTENDS_WQ(71,39, __Vtemp_2, vlSelfRef.harness__DOT__engine__DOT__post__DOT__lower_0);
        __Vtemp_5[0U] = (IData)((((QData)((IData)((
                                                   ((((4U 
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
                                  << 0x00000037U) | 
                                 (vlSelfRef.harness__DOT__engine__DOT__post__DOT__part_0 
                                  << 0x00000010U)));
        __Vtemp_5[1U] = (IData)(((((QData)((IData)(
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
        __Vtemp_5[2U] = ((((4U & ((IData)((vlSelfRef.harness__DOT__engine__DOT__post__DOT__part_0 
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
        VL_EXTENDS_WW(71,70, __Vtemp_6, __Vtemp_5);
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024309 
            = (0x003fffffffffffffULL & ((((QData)((IData)(__Vtemp_2[1U])) 
                                          << 0x00000020U) 
                                         | (QData)((IData)(__Vtemp_2[0U]))) 
                                        + (((QData)((IData)(__Vtemp_6[1U])) 
                                            << 0x00000020U) 
                                           | (QData)((IData)(__Vtemp_6[0U])))));
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024332 
            = (0x01ffffffU & ((- vlSelfRef.harness__DOT__engine__DOT__post__DOT__joint_factor) 
                              & (- (IData)((1U & ((IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__joint_operand_0) 
                                                  >> 8U))))));
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024327 
            = ((IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__valid_9)
                ? harness__DOT__engine__DOT__post__DOT____024233
                : harness__DOT__engine__DOT__post__DOT____024234);
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
    }
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
    if (vlSelfRef.harness__DOT__engine__DOT__enable) {
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
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024328 
            = vlSelfRef.harness__DOT__engine__DOT__post__DOT__joint_rest_0;
    }
    if (harness__DOT__engine__DOT__post__DOT____024236) {
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024328 
            = vlSelfRef.harness__DOT__engine__DOT__post__DOT__limited_0;
    }
    vlSelfRef.harness__DOT__engine__DOT__post__DOT____024290 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT__shift_0;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT____024293 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT__rest_0;
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
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024292 
            = vlSelfRef.harness__DOT__engine__DOT__post__DOT__rest_0;
    }
    if (harness__DOT__engine__DOT__post__DOT____024209) {
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024292 
            = (0x0000ffffU & (IData)((vlSelfRef.harness__DOT__engine__DOT__post__DOT___0_ 
                                      >> 0x14U)));
    }
    vlSelfRef.harness__DOT__engine__DOT__post__DOT____024276 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT__member;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT____024280 
        = vlSelfRef.harness__DOT__engine__DOT__result_bank;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT____024277 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT__step;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT____024281 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT__burst;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT____024278 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT__position;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT____024282 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT__group;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT____024284 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT__group_element;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT____024287 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT__address_1;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT____024279 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT__element;
    vlSelfRef.harness__DOT__engine__DOT__post__DOT____024283 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT__start;
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
    }
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
    vlSelfRef.harness__DOT__engine__DOT__post__DOT____024286 
        = vlSelfRef.harness__DOT__engine__DOT__post__DOT__flags_1;
    if (harness__DOT__engine__DOT__post__DOT____024159) {
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
    }
    vlSelfRef.harness__DOT__engine__DOT__activations__DOT____Vcellinp__pair_0__address 
        = (0x00003fffU & ((IData)(harness__DOT__engine__DOT__write)
                           ? ((IData)(harness__DOT__engine__DOT__address) 
                              >> 1U) : ((IData)(vlSelfRef.harness__DOT__engine__DOT__residual)
                                         ? ((IData)(vlSelfRef.harness__DOT__engine__DOT__post__DOT__address_3) 
                                            >> 1U) : 
                                        (0x00003fffU 
                                         & (((0x00007fffU 
                                              & vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT___0_) 
                                             + (IData)(vlSelfRef.harness__DOT__engine__DOT__base)) 
                                            >> 1U)))));
    vlSelfRef.harness__DOT__engine__DOT__step = ((~ (IData)(vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__draining)) 
                                                 & ((~ 
                                                     ((IData)(vlSelfRef.harness__DOT__engine__DOT__write__02427) 
                                                      | (IData)(vlSelfRef.harness__DOT__engine__DOT__residual))) 
                                                    & (IData)(vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__running)));
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____02472 
        = vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT__number;
    vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____02473 
        = vlSelfRef.harness__DOT__engine__DOT__closes;
    harness__DOT__engine__DOT__sequencer__DOT____02428 
        = ((IData)(vlSelfRef.__VdfgRegularize_h6e95ff9d_0_14) 
           & (IData)(vlSelfRef.harness__DOT__engine__DOT__step));
    harness__DOT__engine__DOT__sequencer__DOT__finish 
        = ((IData)(vlSelfRef.harness__DOT__engine__DOT__step) 
           & (IData)(vlSelfRef.harness__DOT__engine__DOT__end));
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
        vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT____02444 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____02490 = 0U;
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
        vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT____02446 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT____02447 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT____02449 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT____02448 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024321 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024322 = 0U;
        vlSelfRef.harness__DOT__engine__DOT____02436 = 0U;
        vlSelfRef.harness__DOT__engine__DOT____02437 = 0x4000U;
        vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT____02445[0U] = 0U;
        vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT____02445[1U] = 0U;
        vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT____02445[2U] = 0U;
        vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT____02445[3U] = 0U;
        vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT____02445[4U] = 0U;
        vlSelfRef.harness__DOT__engine__DOT__accumulator__DOT____02445[5U] = 0U;
        vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT__gearbox__DOT____0246 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT__gearbox__DOT____0247 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT__gearbox__DOT____0248 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT__gearbox__DOT____0249 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT__gearbox__DOT____02410 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT__gearbox__DOT____02411 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT__gearbox__DOT____02412 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____02469[0U] = 0U;
        vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____02469[1U] = 0U;
        vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____02469[2U] = 0U;
        vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____02469[3U] = 0U;
        vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____02469[4U] = 0U;
        vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT____0246 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__source__DOT____02428 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__source__DOT____02429 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__source__DOT____02430 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__source__DOT__decoder_0__DOT__gearbox__DOT____0245 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__source__DOT____02425 = 0x0012U;
        vlSelfRef.harness__DOT__engine__DOT__source__DOT____02426 = 0x7fU;
        vlSelfRef.harness__DOT__engine__DOT__source__DOT____02427 = 1U;
        vlSelfRef.harness__DOT__engine__DOT__source__DOT__words__DOT____02412 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__source__DOT__words__DOT____02413 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__source__DOT__words__DOT____02415 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__source__DOT__words__DOT____02414 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024285 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024288 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024291 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024298 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024301 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024303 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024304 = 0ULL;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024305 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024306 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024310 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024311 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024312 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024313 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024314 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024317 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024318 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024324 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024333 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024334 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024338 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024339 = 0ULL;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024340 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024344 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024346 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024349 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024351 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024309 = 0ULL;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024332 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024327 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024330 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024331 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024337 = 0ULL;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024343 = 0ULL;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024352 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024302 = 0ULL;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024350 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024319 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024323 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024345 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024353 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024294 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024295 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024296 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024297 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024354 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024299 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024300 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024307 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024308 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024315 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024316 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024325 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024326 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024335 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024336 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024341 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024342 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024347 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024348 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024329 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024328 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024290 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024293 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024289 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024292 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024276 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024280 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024277 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024281 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024278 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024282 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024284 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024287 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024279 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024283 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__post__DOT____024286 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____02472 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____02473 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____02474 = 0U;
        vlSelfRef.harness__DOT__engine__DOT__sequencer__DOT____02475 = 0U;
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

VL_ATTR_COLD void Vtop___024root___eval_stl(Vtop___024root* vlSelf) {
    VL_DEBUG_IF(VL_DBG_MSGF("+    Vtop___024root___eval_stl\n"); );
    Vtop__Syms* const __restrict vlSymsp VL_ATTR_UNUSED = vlSelf->vlSymsp;
    auto& vlSelfRef = std::ref(*vlSelf).get();
    // Body
    if ((1ULL & vlSelfRef.__VstlTriggered[0U])) {
        Vtop___024root___stl_sequent__TOP__0(vlSelf);
    }
}

VL_ATTR_COLD bool Vtop___024root___eval_phase__stl(Vtop___024root* vlSelf) {
    VL_DEBUG_IF(VL_DBG_MSGF("+    Vtop___024root___eval_phase__stl\n"); );
    Vtop__Syms* const __restrict vlSymsp VL_ATTR_UNUSED = vlSelf->vlSymsp;
    auto& vlSelfRef = std::ref(*vlSelf).get();
    // Locals
    CData/*0:0*/ __VstlExecute;
    // Body
    Vtop___024root___eval_triggers_vec__stl(vlSelf);
#ifdef VL_DEBUG
    if (VL_UNLIKELY(vlSymsp->_vm_contextp__->debug())) {
        Vtop___024root___dump_triggers__stl(vlSelfRef.__VstlTriggered, "stl"s);
    }
#endif
    __VstlExecute = Vtop___024root___trigger_anySet__stl(vlSelfRef.__VstlTriggered);
    if (__VstlExecute) {
        Vtop___024root___eval_stl(vlSelf);
    }
    return (__VstlExecute);
}

bool Vtop___024root___trigger_anySet__ico(const VlUnpacked<QData/*63:0*/, 1> &in);

#ifdef VL_DEBUG
VL_ATTR_COLD void Vtop___024root___dump_triggers__ico(const VlUnpacked<QData/*63:0*/, 1> &triggers, const std::string &tag) {
    VL_DEBUG_IF(VL_DBG_MSGF("+    Vtop___024root___dump_triggers__ico\n"); );
    // Body
    if ((1U & (~ (IData)(Vtop___024root___trigger_anySet__ico(triggers))))) {
        VL_DBG_MSGS("         No '" + tag + "' region triggers active\n");
    }
    if ((1U & (IData)(triggers[0U]))) {
        VL_DBG_MSGS("         '" + tag + "' region trigger index 0 is active: Internal 'ico' trigger - first iteration\n");
    }
}
#endif  // VL_DEBUG

bool Vtop___024root___trigger_anySet__act(const VlUnpacked<QData/*63:0*/, 1> &in);

#ifdef VL_DEBUG
VL_ATTR_COLD void Vtop___024root___dump_triggers__act(const VlUnpacked<QData/*63:0*/, 1> &triggers, const std::string &tag) {
    VL_DEBUG_IF(VL_DBG_MSGF("+    Vtop___024root___dump_triggers__act\n"); );
    // Body
    if ((1U & (~ (IData)(Vtop___024root___trigger_anySet__act(triggers))))) {
        VL_DBG_MSGS("         No '" + tag + "' region triggers active\n");
    }
    if ((1U & (IData)(triggers[0U]))) {
        VL_DBG_MSGS("         '" + tag + "' region trigger index 0 is active: @(posedge harness.clk)\n");
    }
}
#endif  // VL_DEBUG

VL_ATTR_COLD void Vtop___024root___ctor_var_reset(Vtop___024root* vlSelf) {
    VL_DEBUG_IF(VL_DBG_MSGF("+    Vtop___024root___ctor_var_reset\n"); );
    Vtop__Syms* const __restrict vlSymsp VL_ATTR_UNUSED = vlSelf->vlSymsp;
    auto& vlSelfRef = std::ref(*vlSelf).get();
    // Body
    const uint64_t __VscopeHash = VL_MURMUR64_HASH(vlSelf->vlNamep);
    vlSelf->clk = VL_SCOPED_RAND_RESET_I(1, __VscopeHash, 16707436170211756652ull);
    vlSelf->wake = VL_SCOPED_RAND_RESET_I(1, __VscopeHash, 15074133178597686036ull);
    vlSelf->finished = VL_SCOPED_RAND_RESET_I(32, __VscopeHash, 7389328678046589207ull);
    vlSelf->fault = VL_SCOPED_RAND_RESET_I(3, __VscopeHash, 1992564187912778249ull);
    vlSelf->harness__DOT__clk = VL_SCOPED_RAND_RESET_I(1, __VscopeHash, 13758417015959988987ull);
    vlSelf->harness__DOT__wake = VL_SCOPED_RAND_RESET_I(1, __VscopeHash, 8992932362417728067ull);
    vlSelf->harness__DOT__finished = VL_SCOPED_RAND_RESET_I(32, __VscopeHash, 1618694866845050243ull);
    vlSelf->harness__DOT__fault = VL_SCOPED_RAND_RESET_I(3, __VscopeHash, 15385889930254715303ull);
    vlSelf->harness__DOT__size = VL_SCOPED_RAND_RESET_I(32, __VscopeHash, 16104093396945861779ull);
    vlSelf->harness__DOT__outputs = VL_SCOPED_RAND_RESET_I(32, __VscopeHash, 2718182815763405649ull);
    vlSelf->harness__DOT__count = VL_SCOPED_RAND_RESET_I(32, __VscopeHash, 16924806510881893574ull);
    vlSelf->harness__DOT__stall = VL_SCOPED_RAND_RESET_I(32, __VscopeHash, 5055467460641010562ull);
    vlSelf->harness__DOT__seed = VL_SCOPED_RAND_RESET_I(32, __VscopeHash, 8564572919644649103ull);
    vlSelf->harness__DOT__timeout = VL_SCOPED_RAND_RESET_I(32, __VscopeHash, 9462594946805817272ull);
    vlSelf->harness__DOT__inputs = VL_SCOPED_RAND_RESET_I(32, __VscopeHash, 7102539691865498074ull);
    vlSelf->harness__DOT__transfers = VL_SCOPED_RAND_RESET_I(32, __VscopeHash, 17955549683489522838ull);
    vlSelf->harness__DOT__character = VL_SCOPED_RAND_RESET_I(32, __VscopeHash, 6618729157315043035ull);
    vlSelf->harness__DOT__source_state = VL_SCOPED_RAND_RESET_I(32, __VscopeHash, 7713983035216644867ull);
    vlSelf->harness__DOT__sink_state = VL_SCOPED_RAND_RESET_I(32, __VscopeHash, 10202808505656897663ull);
    vlSelf->harness__DOT__o_valid = VL_SCOPED_RAND_RESET_I(1, __VscopeHash, 17025822678635403170ull);
    vlSelf->harness__DOT__o_payload = VL_SCOPED_RAND_RESET_I(17, __VscopeHash, 1956804008376829725ull);
    vlSelf->harness__DOT__weights = VL_SCOPED_RAND_RESET_I(32, __VscopeHash, 15028087842278094175ull);
    vlSelf->harness__DOT__engine__DOT____02421 = VL_SCOPED_RAND_RESET_I(18, __VscopeHash, 12687058188643818317ull);
    vlSelf->harness__DOT__engine__DOT____02423 = VL_SCOPED_RAND_RESET_I(18, __VscopeHash, 575823891958524126ull);
    vlSelf->harness__DOT__engine__DOT____02425 = VL_SCOPED_RAND_RESET_I(18, __VscopeHash, 15861672194486953039ull);
    vlSelf->harness__DOT__engine__DOT____02427 = VL_SCOPED_RAND_RESET_I(18, __VscopeHash, 6239118781424509413ull);
    vlSelf->harness__DOT__engine__DOT____02429 = VL_SCOPED_RAND_RESET_I(18, __VscopeHash, 12602010667939575492ull);
    vlSelf->harness__DOT__engine__DOT____02431 = VL_SCOPED_RAND_RESET_I(18, __VscopeHash, 6642616743889915859ull);
    vlSelf->harness__DOT__engine__DOT____02433 = VL_SCOPED_RAND_RESET_I(18, __VscopeHash, 3264948323376953696ull);
    vlSelf->harness__DOT__engine__DOT____02435 = VL_SCOPED_RAND_RESET_I(18, __VscopeHash, 17819303632908797217ull);
    vlSelf->harness__DOT__engine__DOT____02436 = VL_SCOPED_RAND_RESET_I(2, __VscopeHash, 1485676586679760261ull);
    vlSelf->harness__DOT__engine__DOT____02437 = VL_SCOPED_RAND_RESET_I(15, __VscopeHash, 886272135144270579ull);
    vlSelf->harness__DOT__engine__DOT__bank = VL_SCOPED_RAND_RESET_I(2, __VscopeHash, 18037788287528982023ull);
    vlSelf->harness__DOT__engine__DOT__base = VL_SCOPED_RAND_RESET_I(15, __VscopeHash, 5492594895984441399ull);
    vlSelf->harness__DOT__engine__DOT__closes = VL_SCOPED_RAND_RESET_I(1, __VscopeHash, 6481433580091880131ull);
    vlSelf->harness__DOT__engine__DOT__data = VL_SCOPED_RAND_RESET_I(16, __VscopeHash, 3834154013114849884ull);
    vlSelf->harness__DOT__engine__DOT__done = VL_SCOPED_RAND_RESET_I(1, __VscopeHash, 4084118678893958595ull);
    vlSelf->harness__DOT__engine__DOT__enable = VL_SCOPED_RAND_RESET_I(1, __VscopeHash, 9355681758374391373ull);
    vlSelf->harness__DOT__engine__DOT__end = VL_SCOPED_RAND_RESET_I(1, __VscopeHash, 15710214053157965791ull);
    vlSelf->harness__DOT__engine__DOT__first = VL_SCOPED_RAND_RESET_I(1, __VscopeHash, 14622226990512349111ull);
    vlSelf->harness__DOT__engine__DOT__last = VL_SCOPED_RAND_RESET_I(1, __VscopeHash, 11966760019466820602ull);
    vlSelf->harness__DOT__engine__DOT__layer = VL_SCOPED_RAND_RESET_I(4, __VscopeHash, 16436640840378639532ull);
    vlSelf->harness__DOT__engine__DOT__load = VL_SCOPED_RAND_RESET_I(1, __VscopeHash, 17504072254399719771ull);
    vlSelf->harness__DOT__engine__DOT__p = VL_SCOPED_RAND_RESET_I(32, __VscopeHash, 6649091275226074205ull);
    vlSelf->harness__DOT__engine__DOT__p__024117 = VL_SCOPED_RAND_RESET_I(32, __VscopeHash, 12827830116920710277ull);
    vlSelf->harness__DOT__engine__DOT__p__024118 = VL_SCOPED_RAND_RESET_I(32, __VscopeHash, 9405320723993979933ull);
    vlSelf->harness__DOT__engine__DOT__p__024119 = VL_SCOPED_RAND_RESET_I(32, __VscopeHash, 2725988685853120791ull);
    vlSelf->harness__DOT__engine__DOT__p__024120 = VL_SCOPED_RAND_RESET_I(32, __VscopeHash, 18260380282982847967ull);
    vlSelf->harness__DOT__engine__DOT__p__024121 = VL_SCOPED_RAND_RESET_I(32, __VscopeHash, 1501823264006628235ull);
    vlSelf->harness__DOT__engine__DOT__p__024122 = VL_SCOPED_RAND_RESET_I(32, __VscopeHash, 16011231550666463881ull);
    vlSelf->harness__DOT__engine__DOT__p__024123 = VL_SCOPED_RAND_RESET_I(32, __VscopeHash, 18231879419774748253ull);
    vlSelf->harness__DOT__engine__DOT__position = VL_SCOPED_RAND_RESET_I(3, __VscopeHash, 3166007203737028388ull);
    vlSelf->harness__DOT__engine__DOT__residual = VL_SCOPED_RAND_RESET_I(1, __VscopeHash, 15140631293007663434ull);
    vlSelf->harness__DOT__engine__DOT__result_bank = VL_SCOPED_RAND_RESET_I(2, __VscopeHash, 12125521745890132859ull);
    vlSelf->harness__DOT__engine__DOT__step = VL_SCOPED_RAND_RESET_I(1, __VscopeHash, 13567465611151778027ull);
    VL_SCOPED_RAND_RESET_W(138, vlSelf->harness__DOT__engine__DOT__upcoming, __VscopeHash, 2399770693751100520ull);
    vlSelf->harness__DOT__engine__DOT__write__02427 = VL_SCOPED_RAND_RESET_I(1, __VscopeHash, 13443859369487129314ull);
    vlSelf->harness__DOT__engine__DOT__x = VL_SCOPED_RAND_RESET_I(6, __VscopeHash, 3432784723179041280ull);
    vlSelf->harness__DOT__engine__DOT__y = VL_SCOPED_RAND_RESET_I(6, __VscopeHash, 10724459329657609332ull);
    vlSelf->harness__DOT__engine__DOT__accumulator__DOT____02444 = VL_SCOPED_RAND_RESET_I(3, __VscopeHash, 17978935032352769957ull);
    VL_SCOPED_RAND_RESET_W(184, vlSelf->harness__DOT__engine__DOT__accumulator__DOT____02445, __VscopeHash, 3796912504104626911ull);
    vlSelf->harness__DOT__engine__DOT__accumulator__DOT____02446 = VL_SCOPED_RAND_RESET_I(2, __VscopeHash, 11903289245484112469ull);
    vlSelf->harness__DOT__engine__DOT__accumulator__DOT____02447 = VL_SCOPED_RAND_RESET_I(1, __VscopeHash, 15958553349245909951ull);
    vlSelf->harness__DOT__engine__DOT__accumulator__DOT____02448 = VL_SCOPED_RAND_RESET_I(7, __VscopeHash, 1885313178833295694ull);
    vlSelf->harness__DOT__engine__DOT__accumulator__DOT____02449 = VL_SCOPED_RAND_RESET_I(1, __VscopeHash, 2404291039100312623ull);
    VL_SCOPED_RAND_RESET_W(184, vlSelf->harness__DOT__engine__DOT__accumulator__DOT__total, __VscopeHash, 9196007978790624495ull);
    for (int __Vi0 = 0; __Vi0 < 128; ++__Vi0) {
        vlSelf->harness__DOT__engine__DOT__accumulator__DOT__finished[__Vi0] = VL_SCOPED_RAND_RESET_Q(46, __VscopeHash, 13319356103624864898ull);
    }
    vlSelf->harness__DOT__engine__DOT__accumulator__DOT___0_ = VL_SCOPED_RAND_RESET_Q(46, __VscopeHash, 3030682484352262519ull);
    for (int __Vi0 = 0; __Vi0 < 8; ++__Vi0) {
        VL_SCOPED_RAND_RESET_W(184, vlSelf->harness__DOT__engine__DOT__accumulator__DOT__partial[__Vi0], __VscopeHash, 4944637259944496092ull);
    }
    VL_SCOPED_RAND_RESET_W(184, vlSelf->harness__DOT__engine__DOT__accumulator__DOT___1_, __VscopeHash, 1426794285664710060ull);
    vlSelf->harness__DOT__engine__DOT__activations__DOT__write__02410 = VL_SCOPED_RAND_RESET_I(2, __VscopeHash, 15884875288772140371ull);
    vlSelf->harness__DOT__engine__DOT__activations__DOT____Vcellinp__pair_0__address = 0;
    for (int __Vi0 = 0; __Vi0 < 16384; ++__Vi0) {
        vlSelf->harness__DOT__engine__DOT__activations__DOT__pair_0__DOT__memory[__Vi0] = VL_SCOPED_RAND_RESET_I(16, __VscopeHash, 9423930535492837815ull);
    }
    vlSelf->harness__DOT__engine__DOT__activations__DOT__pair_0__DOT___0_ = VL_SCOPED_RAND_RESET_I(16, __VscopeHash, 14304004768947332929ull);
    vlSelf->harness__DOT__engine__DOT__operands__024126__DOT____02411 = VL_SCOPED_RAND_RESET_I(6, __VscopeHash, 17927346798624552441ull);
    vlSelf->harness__DOT__engine__DOT__operands__024126__DOT____02416 = VL_SCOPED_RAND_RESET_I(1, __VscopeHash, 15962260619678477340ull);
    vlSelf->harness__DOT__engine__DOT__operands__024126__DOT____02417 = VL_SCOPED_RAND_RESET_I(6, __VscopeHash, 14697056651023541228ull);
    vlSelf->harness__DOT__engine__DOT__operands__024126__DOT____02420 = VL_SCOPED_RAND_RESET_I(6, __VscopeHash, 15383605024219846439ull);
    vlSelf->harness__DOT__engine__DOT__operands__024126__DOT____0246 = VL_SCOPED_RAND_RESET_I(8, __VscopeHash, 8178701151769940207ull);
    vlSelf->harness__DOT__engine__DOT__operands__024126__DOT____0247 = VL_SCOPED_RAND_RESET_I(1, __VscopeHash, 2239910261089746412ull);
    vlSelf->harness__DOT__engine__DOT__operands__024126__DOT____0248 = VL_SCOPED_RAND_RESET_I(6, __VscopeHash, 11884241153423360528ull);
    vlSelf->harness__DOT__engine__DOT__post__DOT____Vxrand___0 = VL_SCOPED_RAND_RESET_ASSIGN_Q(55, __VscopeHash, 17661756116671773797ull);
    vlSelf->harness__DOT__engine__DOT__post__DOT____024276 = VL_SCOPED_RAND_RESET_I(1, __VscopeHash, 8867666864628772589ull);
    vlSelf->harness__DOT__engine__DOT__post__DOT____024277 = VL_SCOPED_RAND_RESET_I(3, __VscopeHash, 5837290444581172847ull);
    vlSelf->harness__DOT__engine__DOT__post__DOT____024278 = VL_SCOPED_RAND_RESET_I(3, __VscopeHash, 11894436620604283895ull);
    vlSelf->harness__DOT__engine__DOT__post__DOT____024279 = VL_SCOPED_RAND_RESET_I(15, __VscopeHash, 1017784272488444847ull);
    vlSelf->harness__DOT__engine__DOT__post__DOT____024280 = VL_SCOPED_RAND_RESET_I(2, __VscopeHash, 14397070270046352634ull);
    vlSelf->harness__DOT__engine__DOT__post__DOT____024281 = VL_SCOPED_RAND_RESET_I(7, __VscopeHash, 14666695626752984664ull);
    vlSelf->harness__DOT__engine__DOT__post__DOT____024282 = VL_SCOPED_RAND_RESET_I(3, __VscopeHash, 14224780032291431660ull);
    vlSelf->harness__DOT__engine__DOT__post__DOT____024283 = VL_SCOPED_RAND_RESET_I(9, __VscopeHash, 4311526158551030432ull);
    vlSelf->harness__DOT__engine__DOT__post__DOT____024284 = VL_SCOPED_RAND_RESET_I(15, __VscopeHash, 9540662218913073598ull);
    vlSelf->harness__DOT__engine__DOT__post__DOT____024285 = VL_SCOPED_RAND_RESET_I(1, __VscopeHash, 15174293872689215243ull);
    vlSelf->harness__DOT__engine__DOT__post__DOT____024286 = VL_SCOPED_RAND_RESET_I(4, __VscopeHash, 4888572261567983679ull);
    vlSelf->harness__DOT__engine__DOT__post__DOT____024287 = VL_SCOPED_RAND_RESET_I(15, __VscopeHash, 8028040163944158480ull);
    vlSelf->harness__DOT__engine__DOT__post__DOT____024288 = VL_SCOPED_RAND_RESET_I(3, __VscopeHash, 12610944512501248647ull);
    vlSelf->harness__DOT__engine__DOT__post__DOT____024289 = VL_SCOPED_RAND_RESET_I(23, __VscopeHash, 14224288342453894796ull);
    vlSelf->harness__DOT__engine__DOT__post__DOT____024290 = VL_SCOPED_RAND_RESET_I(4, __VscopeHash, 9789554883190991081ull);
    vlSelf->harness__DOT__engine__DOT__post__DOT____024291 = VL_SCOPED_RAND_RESET_I(1, __VscopeHash, 16275885194446380880ull);
    vlSelf->harness__DOT__engine__DOT__post__DOT____024292 = VL_SCOPED_RAND_RESET_I(16, __VscopeHash, 9844635674732874189ull);
    vlSelf->harness__DOT__engine__DOT__post__DOT____024293 = VL_SCOPED_RAND_RESET_I(15, __VscopeHash, 10863101599308376429ull);
    vlSelf->harness__DOT__engine__DOT__post__DOT____024294 = VL_SCOPED_RAND_RESET_I(28, __VscopeHash, 9194750572451083254ull);
    vlSelf->harness__DOT__engine__DOT__post__DOT____024295 = VL_SCOPED_RAND_RESET_I(28, __VscopeHash, 11040777226792505565ull);
    vlSelf->harness__DOT__engine__DOT__post__DOT____024296 = VL_SCOPED_RAND_RESET_I(28, __VscopeHash, 44745716487895187ull);
    vlSelf->harness__DOT__engine__DOT__post__DOT____024297 = VL_SCOPED_RAND_RESET_I(28, __VscopeHash, 981656885659422512ull);
    vlSelf->harness__DOT__engine__DOT__post__DOT____024298 = VL_SCOPED_RAND_RESET_I(1, __VscopeHash, 7965864290628001726ull);
    vlSelf->harness__DOT__engine__DOT__post__DOT____024299 = VL_SCOPED_RAND_RESET_I(4, __VscopeHash, 16617654790538062991ull);
    vlSelf->harness__DOT__engine__DOT__post__DOT____024300 = VL_SCOPED_RAND_RESET_I(15, __VscopeHash, 13627946955425735576ull);
    vlSelf->harness__DOT__engine__DOT__post__DOT____024301 = VL_SCOPED_RAND_RESET_I(4, __VscopeHash, 11023829545099420208ull);
    vlSelf->harness__DOT__engine__DOT__post__DOT____024302 = VL_SCOPED_RAND_RESET_Q(39, __VscopeHash, 9034510990934945961ull);
    vlSelf->harness__DOT__engine__DOT__post__DOT____024303 = VL_SCOPED_RAND_RESET_I(1, __VscopeHash, 3315953124694347072ull);
    vlSelf->harness__DOT__engine__DOT__post__DOT____024304 = VL_SCOPED_RAND_RESET_Q(39, __VscopeHash, 11715184783956080530ull);
    vlSelf->harness__DOT__engine__DOT__post__DOT____024305 = VL_SCOPED_RAND_RESET_I(4, __VscopeHash, 13033960063374578012ull);
    vlSelf->harness__DOT__engine__DOT__post__DOT____024306 = VL_SCOPED_RAND_RESET_I(1, __VscopeHash, 12339374222082905304ull);
    vlSelf->harness__DOT__engine__DOT__post__DOT____024307 = VL_SCOPED_RAND_RESET_I(4, __VscopeHash, 15908894083071531089ull);
    vlSelf->harness__DOT__engine__DOT__post__DOT____024308 = VL_SCOPED_RAND_RESET_I(15, __VscopeHash, 17298749754830293789ull);
    vlSelf->harness__DOT__engine__DOT__post__DOT____024309 = VL_SCOPED_RAND_RESET_Q(54, __VscopeHash, 4780343483544237171ull);
    vlSelf->harness__DOT__engine__DOT__post__DOT____024310 = VL_SCOPED_RAND_RESET_I(4, __VscopeHash, 428931742936981684ull);
    vlSelf->harness__DOT__engine__DOT__post__DOT____024311 = VL_SCOPED_RAND_RESET_I(1, __VscopeHash, 11819982531505879146ull);
    vlSelf->harness__DOT__engine__DOT__post__DOT____024312 = VL_SCOPED_RAND_RESET_I(25, __VscopeHash, 2720155015819476264ull);
    vlSelf->harness__DOT__engine__DOT__post__DOT____024313 = VL_SCOPED_RAND_RESET_I(4, __VscopeHash, 8456103431180630262ull);
    vlSelf->harness__DOT__engine__DOT__post__DOT____024314 = VL_SCOPED_RAND_RESET_I(1, __VscopeHash, 10114099456038940459ull);
    vlSelf->harness__DOT__engine__DOT__post__DOT____024315 = VL_SCOPED_RAND_RESET_I(4, __VscopeHash, 9072136303373050401ull);
    vlSelf->harness__DOT__engine__DOT__post__DOT____024316 = VL_SCOPED_RAND_RESET_I(15, __VscopeHash, 4266452026554140451ull);
    vlSelf->harness__DOT__engine__DOT__post__DOT____024317 = VL_SCOPED_RAND_RESET_I(26, __VscopeHash, 17518174016982708196ull);
    vlSelf->harness__DOT__engine__DOT__post__DOT____024318 = VL_SCOPED_RAND_RESET_I(1, __VscopeHash, 2267765502703221798ull);
    vlSelf->harness__DOT__engine__DOT__post__DOT____024319 = VL_SCOPED_RAND_RESET_I(9, __VscopeHash, 18066642667313437167ull);
    vlSelf->harness__DOT__engine__DOT__post__DOT____024321 = VL_SCOPED_RAND_RESET_I(8, __VscopeHash, 9868106301908943984ull);
    vlSelf->harness__DOT__engine__DOT__post__DOT____024322 = VL_SCOPED_RAND_RESET_I(8, __VscopeHash, 3190373360513740707ull);
    vlSelf->harness__DOT__engine__DOT__post__DOT____024323 = VL_SCOPED_RAND_RESET_I(9, __VscopeHash, 13364725232133395672ull);
    vlSelf->harness__DOT__engine__DOT__post__DOT____024324 = VL_SCOPED_RAND_RESET_I(1, __VscopeHash, 13572986780644761970ull);
    vlSelf->harness__DOT__engine__DOT__post__DOT____024325 = VL_SCOPED_RAND_RESET_I(4, __VscopeHash, 14027538713947797523ull);
    vlSelf->harness__DOT__engine__DOT__post__DOT____024326 = VL_SCOPED_RAND_RESET_I(15, __VscopeHash, 10586616204997045905ull);
    vlSelf->harness__DOT__engine__DOT__post__DOT____024327 = VL_SCOPED_RAND_RESET_I(23, __VscopeHash, 8372773749446896732ull);
    vlSelf->harness__DOT__engine__DOT__post__DOT____024328 = VL_SCOPED_RAND_RESET_I(9, __VscopeHash, 5983257679579800154ull);
    vlSelf->harness__DOT__engine__DOT__post__DOT____024329 = VL_SCOPED_RAND_RESET_I(9, __VscopeHash, 16752589801989644018ull);
    vlSelf->harness__DOT__engine__DOT__post__DOT____024330 = VL_SCOPED_RAND_RESET_I(28, __VscopeHash, 6175335417778401187ull);
    vlSelf->harness__DOT__engine__DOT__post__DOT____024331 = VL_SCOPED_RAND_RESET_I(28, __VscopeHash, 11463250191438088303ull);
    vlSelf->harness__DOT__engine__DOT__post__DOT____024332 = VL_SCOPED_RAND_RESET_I(25, __VscopeHash, 9317044699780231832ull);
    vlSelf->harness__DOT__engine__DOT__post__DOT____024333 = VL_SCOPED_RAND_RESET_I(1, __VscopeHash, 16689745774470517082ull);
    vlSelf->harness__DOT__engine__DOT__post__DOT____024334 = VL_SCOPED_RAND_RESET_I(1, __VscopeHash, 695296081756703671ull);
    vlSelf->harness__DOT__engine__DOT__post__DOT____024335 = VL_SCOPED_RAND_RESET_I(4, __VscopeHash, 5121093963280839019ull);
    vlSelf->harness__DOT__engine__DOT__post__DOT____024336 = VL_SCOPED_RAND_RESET_I(15, __VscopeHash, 2491130900153846936ull);
    vlSelf->harness__DOT__engine__DOT__post__DOT____024337 = VL_SCOPED_RAND_RESET_Q(33, __VscopeHash, 4983943086227495483ull);
    vlSelf->harness__DOT__engine__DOT__post__DOT____024338 = VL_SCOPED_RAND_RESET_I(1, __VscopeHash, 8868701846875600513ull);
    vlSelf->harness__DOT__engine__DOT__post__DOT____024339 = VL_SCOPED_RAND_RESET_Q(33, __VscopeHash, 7740898065665699088ull);
    vlSelf->harness__DOT__engine__DOT__post__DOT____024340 = VL_SCOPED_RAND_RESET_I(1, __VscopeHash, 12787670174198953609ull);
    vlSelf->harness__DOT__engine__DOT__post__DOT____024341 = VL_SCOPED_RAND_RESET_I(4, __VscopeHash, 9843651921566591187ull);
    vlSelf->harness__DOT__engine__DOT__post__DOT____024342 = VL_SCOPED_RAND_RESET_I(15, __VscopeHash, 1564124227548336502ull);
    vlSelf->harness__DOT__engine__DOT__post__DOT____024343 = VL_SCOPED_RAND_RESET_Q(35, __VscopeHash, 3445273097521488997ull);
    vlSelf->harness__DOT__engine__DOT__post__DOT____024344 = VL_SCOPED_RAND_RESET_I(1, __VscopeHash, 3910483441285838572ull);
    vlSelf->harness__DOT__engine__DOT__post__DOT____024345 = VL_SCOPED_RAND_RESET_I(9, __VscopeHash, 9166048258011974115ull);
    vlSelf->harness__DOT__engine__DOT__post__DOT____024346 = VL_SCOPED_RAND_RESET_I(1, __VscopeHash, 6081537712030102104ull);
    vlSelf->harness__DOT__engine__DOT__post__DOT____024347 = VL_SCOPED_RAND_RESET_I(4, __VscopeHash, 2771049243779578041ull);
    vlSelf->harness__DOT__engine__DOT__post__DOT____024348 = VL_SCOPED_RAND_RESET_I(15, __VscopeHash, 18442959312380678993ull);
    vlSelf->harness__DOT__engine__DOT__post__DOT____024349 = VL_SCOPED_RAND_RESET_I(9, __VscopeHash, 2667918674057693197ull);
    vlSelf->harness__DOT__engine__DOT__post__DOT____024350 = VL_SCOPED_RAND_RESET_I(1, __VscopeHash, 13659714000740781204ull);
    vlSelf->harness__DOT__engine__DOT__post__DOT____024351 = VL_SCOPED_RAND_RESET_I(1, __VscopeHash, 5587554075705325461ull);
    vlSelf->harness__DOT__engine__DOT__post__DOT____024352 = VL_SCOPED_RAND_RESET_I(8, __VscopeHash, 7915247704173796398ull);
    vlSelf->harness__DOT__engine__DOT__post__DOT____024353 = VL_SCOPED_RAND_RESET_I(1, __VscopeHash, 17390122884010628080ull);
    vlSelf->harness__DOT__engine__DOT__post__DOT____024354 = VL_SCOPED_RAND_RESET_I(4, __VscopeHash, 3924467589312351648ull);
    vlSelf->harness__DOT__engine__DOT__post__DOT____02465 = VL_SCOPED_RAND_RESET_I(10, __VscopeHash, 11703355810408222108ull);
    for (int __Vi0 = 0; __Vi0 < 410; ++__Vi0) {
        vlSelf->harness__DOT__engine__DOT__post__DOT__channels[__Vi0] = VL_SCOPED_RAND_RESET_Q(55, __VscopeHash, 6460049765998058533ull);
    }
    vlSelf->harness__DOT__engine__DOT__post__DOT___0_ = VL_SCOPED_RAND_RESET_Q(55, __VscopeHash, 15951728176398092853ull);
    vlSelf->harness__DOT__engine__DOT__product_0__DOT____0243 = VL_SCOPED_RAND_RESET_I(8, __VscopeHash, 15112054751764239342ull);
    vlSelf->harness__DOT__engine__DOT__product_0__DOT____0244 = VL_SCOPED_RAND_RESET_I(8, __VscopeHash, 3287704909924585333ull);
    vlSelf->harness__DOT__engine__DOT__product_1__DOT____0243 = VL_SCOPED_RAND_RESET_I(8, __VscopeHash, 18063416601168540185ull);
    vlSelf->harness__DOT__engine__DOT__product_1__DOT____0244 = VL_SCOPED_RAND_RESET_I(8, __VscopeHash, 7899506352744633670ull);
    vlSelf->harness__DOT__engine__DOT__product_2__DOT____0243 = VL_SCOPED_RAND_RESET_I(8, __VscopeHash, 10267058293583659853ull);
    vlSelf->harness__DOT__engine__DOT__product_2__DOT____0244 = VL_SCOPED_RAND_RESET_I(8, __VscopeHash, 15854038834243980580ull);
    vlSelf->harness__DOT__engine__DOT__product_3__DOT____0243 = VL_SCOPED_RAND_RESET_I(8, __VscopeHash, 16980975218971298863ull);
    vlSelf->harness__DOT__engine__DOT__product_3__DOT____0244 = VL_SCOPED_RAND_RESET_I(8, __VscopeHash, 6577768945141305805ull);
    vlSelf->harness__DOT__engine__DOT__product_4__DOT____0243 = VL_SCOPED_RAND_RESET_I(8, __VscopeHash, 10268414974397748900ull);
    vlSelf->harness__DOT__engine__DOT__product_4__DOT____0244 = VL_SCOPED_RAND_RESET_I(8, __VscopeHash, 5335581401468451902ull);
    vlSelf->harness__DOT__engine__DOT__product_5__DOT____0243 = VL_SCOPED_RAND_RESET_I(8, __VscopeHash, 12923525121849254219ull);
    vlSelf->harness__DOT__engine__DOT__product_5__DOT____0244 = VL_SCOPED_RAND_RESET_I(8, __VscopeHash, 4753105678594534487ull);
    vlSelf->harness__DOT__engine__DOT__product_6__DOT____0243 = VL_SCOPED_RAND_RESET_I(8, __VscopeHash, 11670920006139967627ull);
    vlSelf->harness__DOT__engine__DOT__product_6__DOT____0244 = VL_SCOPED_RAND_RESET_I(8, __VscopeHash, 12855925182356020451ull);
    vlSelf->harness__DOT__engine__DOT__product_7__DOT____0243 = VL_SCOPED_RAND_RESET_I(8, __VscopeHash, 16261895290190263959ull);
    vlSelf->harness__DOT__engine__DOT__product_7__DOT____0244 = VL_SCOPED_RAND_RESET_I(8, __VscopeHash, 3104903750152717468ull);
    vlSelf->harness__DOT__engine__DOT__sequencer__DOT____Vxrand___0 = VL_SCOPED_RAND_RESET_ASSIGN_I(19, __VscopeHash, 5579538733900355431ull);
    vlSelf->harness__DOT__engine__DOT__sequencer__DOT____02453 = VL_SCOPED_RAND_RESET_I(1, __VscopeHash, 15236811335928195229ull);
    vlSelf->harness__DOT__engine__DOT__sequencer__DOT____02468 = VL_SCOPED_RAND_RESET_I(1, __VscopeHash, 4092684826861727195ull);
    VL_SCOPED_RAND_RESET_W(138, vlSelf->harness__DOT__engine__DOT__sequencer__DOT____02469, __VscopeHash, 5462993590642878347ull);
    vlSelf->harness__DOT__engine__DOT__sequencer__DOT____02472 = VL_SCOPED_RAND_RESET_I(6, __VscopeHash, 7659301623226961329ull);
    vlSelf->harness__DOT__engine__DOT__sequencer__DOT____02473 = VL_SCOPED_RAND_RESET_I(1, __VscopeHash, 3328247206165441146ull);
    vlSelf->harness__DOT__engine__DOT__sequencer__DOT____02474 = VL_SCOPED_RAND_RESET_I(2, __VscopeHash, 5998202819654036857ull);
    vlSelf->harness__DOT__engine__DOT__sequencer__DOT____02475 = VL_SCOPED_RAND_RESET_I(1, __VscopeHash, 10163020781968356958ull);
    vlSelf->harness__DOT__engine__DOT__sequencer__DOT____02476 = VL_SCOPED_RAND_RESET_I(3, __VscopeHash, 16702408283984764516ull);
    vlSelf->harness__DOT__engine__DOT__sequencer__DOT____02477 = VL_SCOPED_RAND_RESET_I(1, __VscopeHash, 10416688825397863782ull);
    vlSelf->harness__DOT__engine__DOT__sequencer__DOT____02478 = VL_SCOPED_RAND_RESET_I(1, __VscopeHash, 11452897490022884736ull);
    vlSelf->harness__DOT__engine__DOT__sequencer__DOT____02479 = VL_SCOPED_RAND_RESET_I(2, __VscopeHash, 13502679550364718034ull);
    vlSelf->harness__DOT__engine__DOT__sequencer__DOT____02480 = VL_SCOPED_RAND_RESET_I(7, __VscopeHash, 15764163969346168233ull);
    vlSelf->harness__DOT__engine__DOT__sequencer__DOT____02481 = VL_SCOPED_RAND_RESET_I(1, __VscopeHash, 8819432699176027811ull);
    vlSelf->harness__DOT__engine__DOT__sequencer__DOT____02482 = VL_SCOPED_RAND_RESET_I(3, __VscopeHash, 15903402517480438393ull);
    vlSelf->harness__DOT__engine__DOT__sequencer__DOT____02483 = VL_SCOPED_RAND_RESET_I(3, __VscopeHash, 7562971675766607731ull);
    vlSelf->harness__DOT__engine__DOT__sequencer__DOT____02484 = VL_SCOPED_RAND_RESET_I(1, __VscopeHash, 10109309407230674455ull);
    vlSelf->harness__DOT__engine__DOT__sequencer__DOT____02485 = VL_SCOPED_RAND_RESET_I(1, __VscopeHash, 6121543476054573788ull);
    vlSelf->harness__DOT__engine__DOT__sequencer__DOT____02486 = VL_SCOPED_RAND_RESET_I(15, __VscopeHash, 13195300132197273890ull);
    vlSelf->harness__DOT__engine__DOT__sequencer__DOT____02489 = VL_SCOPED_RAND_RESET_I(2, __VscopeHash, 17613786137941332082ull);
    vlSelf->harness__DOT__engine__DOT__sequencer__DOT____0249 = VL_SCOPED_RAND_RESET_I(11, __VscopeHash, 15531682582084923578ull);
    vlSelf->harness__DOT__engine__DOT__sequencer__DOT____02490 = VL_SCOPED_RAND_RESET_I(4, __VscopeHash, 2744453777682013043ull);
    vlSelf->harness__DOT__engine__DOT__sequencer__DOT__take = VL_SCOPED_RAND_RESET_I(1, __VscopeHash, 3052229278338315864ull);
    for (int __Vi0 = 0; __Vi0 < 870; ++__Vi0) {
        vlSelf->harness__DOT__engine__DOT__sequencer__DOT__columns[__Vi0] = VL_SCOPED_RAND_RESET_I(19, __VscopeHash, 1982725555224470863ull);
    }
    vlSelf->harness__DOT__engine__DOT__sequencer__DOT___0_ = VL_SCOPED_RAND_RESET_I(19, __VscopeHash, 16241200450316870222ull);
    vlSelf->harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02442 = VL_SCOPED_RAND_RESET_I(5, __VscopeHash, 1311492840466054870ull);
    vlSelf->harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02443 = VL_SCOPED_RAND_RESET_I(5, __VscopeHash, 16379920547176703225ull);
    vlSelf->harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02444 = VL_SCOPED_RAND_RESET_I(6, __VscopeHash, 691703433624503898ull);
    vlSelf->harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02445 = VL_SCOPED_RAND_RESET_I(6, __VscopeHash, 15195511540902346942ull);
    vlSelf->harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02446 = VL_SCOPED_RAND_RESET_I(15, __VscopeHash, 2887733113958641109ull);
    vlSelf->harness__DOT__engine__DOT__sequencer__DOT__walk__DOT____02447 = VL_SCOPED_RAND_RESET_Q(37, __VscopeHash, 3405176919327290407ull);
    vlSelf->harness__DOT__engine__DOT__source__DOT____02425 = VL_SCOPED_RAND_RESET_I(9, __VscopeHash, 13457296598859075542ull);
    vlSelf->harness__DOT__engine__DOT__source__DOT____02426 = VL_SCOPED_RAND_RESET_I(7, __VscopeHash, 10237517968737459311ull);
    vlSelf->harness__DOT__engine__DOT__source__DOT____02427 = VL_SCOPED_RAND_RESET_I(3, __VscopeHash, 2777303940145716539ull);
    vlSelf->harness__DOT__engine__DOT__source__DOT____02428 = VL_SCOPED_RAND_RESET_I(7, __VscopeHash, 3463621981658878894ull);
    vlSelf->harness__DOT__engine__DOT__source__DOT____02429 = VL_SCOPED_RAND_RESET_I(3, __VscopeHash, 9378150785810120763ull);
    vlSelf->harness__DOT__engine__DOT__source__DOT____02430 = VL_SCOPED_RAND_RESET_I(4, __VscopeHash, 13218330706492796144ull);
    vlSelf->harness__DOT__engine__DOT__source__DOT__i___05Fvalid = VL_SCOPED_RAND_RESET_I(1, __VscopeHash, 17816766125015355498ull);
    vlSelf->harness__DOT__engine__DOT__source__DOT__decoder_0__DOT____02410 = VL_SCOPED_RAND_RESET_I(16, __VscopeHash, 13785945249589930581ull);
    vlSelf->harness__DOT__engine__DOT__source__DOT__decoder_0__DOT____02411 = VL_SCOPED_RAND_RESET_I(16, __VscopeHash, 12960389890275848153ull);
    vlSelf->harness__DOT__engine__DOT__source__DOT__decoder_0__DOT____02412 = VL_SCOPED_RAND_RESET_I(16, __VscopeHash, 6940653336551609976ull);
    vlSelf->harness__DOT__engine__DOT__source__DOT__decoder_0__DOT____02413 = VL_SCOPED_RAND_RESET_I(16, __VscopeHash, 1457947678595852846ull);
    vlSelf->harness__DOT__engine__DOT__source__DOT__decoder_0__DOT____0246 = VL_SCOPED_RAND_RESET_I(9, __VscopeHash, 7434611309688331780ull);
    vlSelf->harness__DOT__engine__DOT__source__DOT__decoder_0__DOT____0247 = VL_SCOPED_RAND_RESET_I(16, __VscopeHash, 18160114923359030280ull);
    vlSelf->harness__DOT__engine__DOT__source__DOT__decoder_0__DOT____0248 = VL_SCOPED_RAND_RESET_I(16, __VscopeHash, 3461910429283902855ull);
    vlSelf->harness__DOT__engine__DOT__source__DOT__decoder_0__DOT____0249 = VL_SCOPED_RAND_RESET_I(16, __VscopeHash, 10578752668504204964ull);
    vlSelf->harness__DOT__engine__DOT__source__DOT__decoder_0__DOT__gearbox__DOT____02410 = VL_SCOPED_RAND_RESET_I(16, __VscopeHash, 5193038191821252387ull);
    vlSelf->harness__DOT__engine__DOT__source__DOT__decoder_0__DOT__gearbox__DOT____02411 = VL_SCOPED_RAND_RESET_I(16, __VscopeHash, 21179243973042076ull);
    vlSelf->harness__DOT__engine__DOT__source__DOT__decoder_0__DOT__gearbox__DOT____02412 = VL_SCOPED_RAND_RESET_I(16, __VscopeHash, 13580041495128005229ull);
    vlSelf->harness__DOT__engine__DOT__source__DOT__decoder_0__DOT__gearbox__DOT____0245 = VL_SCOPED_RAND_RESET_I(3, __VscopeHash, 14903858960071914213ull);
    vlSelf->harness__DOT__engine__DOT__source__DOT__decoder_0__DOT__gearbox__DOT____0246 = VL_SCOPED_RAND_RESET_I(16, __VscopeHash, 5951792023016309284ull);
    vlSelf->harness__DOT__engine__DOT__source__DOT__decoder_0__DOT__gearbox__DOT____0247 = VL_SCOPED_RAND_RESET_I(16, __VscopeHash, 14031445907346884482ull);
    vlSelf->harness__DOT__engine__DOT__source__DOT__decoder_0__DOT__gearbox__DOT____0248 = VL_SCOPED_RAND_RESET_I(16, __VscopeHash, 6000574544067732295ull);
    vlSelf->harness__DOT__engine__DOT__source__DOT__decoder_0__DOT__gearbox__DOT____0249 = VL_SCOPED_RAND_RESET_I(16, __VscopeHash, 412591457173908693ull);
    vlSelf->harness__DOT__engine__DOT__source__DOT__words__DOT____02412 = VL_SCOPED_RAND_RESET_I(16, __VscopeHash, 11639673563125205572ull);
    vlSelf->harness__DOT__engine__DOT__source__DOT__words__DOT____02413 = VL_SCOPED_RAND_RESET_I(1, __VscopeHash, 1581214933706236901ull);
    vlSelf->harness__DOT__engine__DOT__source__DOT__words__DOT____02414 = VL_SCOPED_RAND_RESET_I(16, __VscopeHash, 8947993790455837275ull);
    vlSelf->harness__DOT__engine__DOT__source__DOT__words__DOT____02415 = VL_SCOPED_RAND_RESET_I(16, __VscopeHash, 6769828180630824788ull);
    vlSelf->harness__DOT__engine__DOT__source__DOT__words__DOT____0245 = VL_SCOPED_RAND_RESET_I(1, __VscopeHash, 240445234004614609ull);
    vlSelf->harness__DOT__engine__DOT__source__DOT__words__DOT__write = VL_SCOPED_RAND_RESET_I(2, __VscopeHash, 9704271913402498720ull);
    vlSelf->harness__DOT__engine__DOT__source__DOT__words__DOT____Vcellinp__memory__address = 0;
    vlSelf->harness__DOT__engine__DOT__source__DOT__words__DOT__memory__DOT____Vxrand___0 = VL_SCOPED_RAND_RESET_ASSIGN_I(16, __VscopeHash, 9292212795366307122ull);
    vlSelf->harness__DOT__engine__DOT__source__DOT__words__DOT__memory__DOT____Vlvbound_h24338c44__0 = 0;
    vlSelf->harness__DOT__engine__DOT__source__DOT__words__DOT__memory__DOT____Vlvbound_h24338e6e__0 = 0;
    for (int __Vi0 = 0; __Vi0 < 39424; ++__Vi0) {
        vlSelf->harness__DOT__engine__DOT__source__DOT__words__DOT__memory__DOT__memory[__Vi0] = VL_SCOPED_RAND_RESET_I(16, __VscopeHash, 1563098913127748747ull);
    }
    vlSelf->harness__DOT__engine__DOT__source__DOT__words__DOT__memory__DOT___0_ = VL_SCOPED_RAND_RESET_I(16, __VscopeHash, 13642148441304414627ull);
    vlSelf->__VdfgRegularize_h6e95ff9d_0_1 = 0;
    vlSelf->__VdfgRegularize_h6e95ff9d_0_2 = 0;
    vlSelf->__VdfgRegularize_h6e95ff9d_0_11 = 0;
    vlSelf->__VdfgRegularize_h6e95ff9d_0_12 = 0;
    vlSelf->__VdfgRegularize_h6e95ff9d_0_13 = 0;
    vlSelf->__VdfgRegularize_h6e95ff9d_0_14 = 0;
    for (int __Vi0 = 0; __Vi0 < 1; ++__Vi0) {
        vlSelf->__VstlTriggered[__Vi0] = 0;
    }
    for (int __Vi0 = 0; __Vi0 < 1; ++__Vi0) {
        vlSelf->__VicoTriggered[__Vi0] = 0;
    }
    for (int __Vi0 = 0; __Vi0 < 1; ++__Vi0) {
        vlSelf->__VactTriggered[__Vi0] = 0;
    }
    vlSelf->__Vtrigprevexpr___TOP__harness__DOT__clk__0 = 0;
    for (int __Vi0 = 0; __Vi0 < 1; ++__Vi0) {
        vlSelf->__VnbaTriggered[__Vi0] = 0;
    }
}
