// Verilated -*- C++ -*-
// DESCRIPTION: Verilator output: Constant pool

#include "verilated.h"

extern const VlUnpacked<CData/*1:0*/, 128> Vtop__ConstPool__TABLE_h028c627c_0 = {{
    0U, 2U, 2U, 3U, 0U, 2U, 2U, 1U,
    0U, 2U, 2U, 3U, 0U, 2U, 2U, 0U,
    0U, 2U, 3U, 3U, 0U, 2U, 3U, 1U,
    0U, 2U, 3U, 3U, 0U, 2U, 3U, 0U,
    1U, 2U, 2U, 3U, 1U, 2U, 2U, 1U,
    1U, 2U, 2U, 3U, 1U, 2U, 2U, 0U,
    1U, 2U, 3U, 3U, 1U, 2U, 3U, 1U,
    1U, 2U, 3U, 3U, 1U, 2U, 3U, 0U,
    0U, 0U, 0U, 0U, 0U, 0U, 0U, 0U,
    0U, 0U, 0U, 0U, 0U, 0U, 0U, 0U,
    0U, 0U, 0U, 0U, 0U, 0U, 0U, 0U,
    0U, 0U, 0U, 0U, 0U, 0U, 0U, 0U,
    0U, 0U, 0U, 0U, 0U, 0U, 0U, 0U,
    0U, 0U, 0U, 0U, 0U, 0U, 0U, 0U,
    0U, 0U, 0U, 0U, 0U, 0U, 0U, 0U,
    0U, 0U, 0U, 0U, 0U, 0U, 0U, 0U
}};

extern const VlUnpacked<IData/*20:0*/, 16> Vtop__ConstPool__TABLE_h07a9ae1e_0 = {{
    0U, 0U, 0x0018be6fU, 0U,
    0U, 0x00035cfdU, 0U, 0U,
    0x000151e4U, 0U, 0U, 0U,
    0U, 0U, 0U, 0U
}};

extern const VlUnpacked<IData/*22:0*/, 16> Vtop__ConstPool__TABLE_h0d743e64_0 = {{
    1U, 1U, 0x0041726bU, 1U,
    1U, 0x00087fd8U, 1U, 1U,
    0x00036b57U, 1U, 1U, 0U,
    0U, 0U, 0U, 0U
}};

extern const VlUnpacked<SData/*8:0*/, 16> Vtop__ConstPool__TABLE_h14de3c31_0 = {{
    0U, 0U, 0x017cU, 0U, 0x0191U, 0x017cU, 0U, 0x015aU,
    0x0182U, 0x0180U, 0x0168U, 0U, 0U, 0U, 0U, 0U
}};

extern const VlUnpacked<CData/*5:0*/, 16> Vtop__ConstPool__TABLE_h17c484a4_0 = {{
    0U, 0U, 0U, 0U, 0U, 0U, 0U, 0U,
    0U, 0x3fU, 0U, 0U, 0U, 0U, 0U, 0U
}};

extern const VlUnpacked<CData/*1:0*/, 16> Vtop__ConstPool__TABLE_h1c9f1358_0 = {{
    1U, 1U, 1U, 2U, 2U, 1U, 2U, 2U,
    1U, 1U, 0U, 0U, 0U, 0U, 0U, 0U
}};

extern const VlUnpacked<SData/*9:0*/, 16> Vtop__ConstPool__TABLE_h29078224_0 = {{
    0U, 0x0012U, 0x005aU, 0x00a2U, 0x00eaU, 0x00f2U, 0x0182U, 0x0212U,
    0x0222U, 0x0342U, 0x0346U, 0U, 0U, 0U, 0U, 0U
}};

extern const VlUnpacked<IData/*26:0*/, 16> Vtop__ConstPool__TABLE_h2ebfa8f3_0 = {{
    0U, 0U, 0x046f3791U, 0U,
    0U, 0x063b2cc4U, 0U, 0U,
    0x06ced827U, 0U, 0U, 0U,
    0U, 0U, 0U, 0U
}};

extern const VlUnpacked<SData/*8:0*/, 16> Vtop__ConstPool__TABLE_h31af2640_0 = {{
    0x0080U, 0x0080U, 0U, 0x0080U, 0x0011U, 0U, 0x0080U, 0x01daU,
    0U, 0U, 0x01e8U, 0U, 0U, 0U, 0U, 0U
}};

extern const VlUnpacked<CData/*3:0*/, 16> Vtop__ConstPool__TABLE_h35260446_0 = {{
    8U, 8U, 8U, 8U, 8U, 8U, 8U, 8U,
    8U, 1U, 1U, 0U, 0U, 0U, 0U, 0U
}};

extern const VlUnpacked<CData/*3:0*/, 16> Vtop__ConstPool__TABLE_h4455dce8_0 = {{
    0U, 0U, 0U, 0U, 0U, 0U, 0U, 0U,
    0U, 8U, 0U, 0U, 0U, 0U, 0U, 0U
}};

extern const VlUnpacked<CData/*6:0*/, 16> Vtop__ConstPool__TABLE_h45c368fe_0 = {{
    0x7fU, 0x7fU, 0x1fU, 0x1fU, 0x1fU, 7U, 7U, 7U,
    0U, 0U, 0x7fU, 0U, 0U, 0U, 0U, 0U
}};

extern const VlUnpacked<CData/*2:0*/, 16> Vtop__ConstPool__TABLE_h5469816d_0 = {{
    1U, 1U, 1U, 3U, 3U, 3U, 7U, 7U,
    7U, 7U, 1U, 0U, 0U, 0U, 0U, 0U
}};

extern const VlUnpacked<CData/*0:0*/, 64> Vtop__ConstPool__TABLE_h5d27c977_0 = {{
    0U, 1U, 0U, 0U, 0U, 1U, 1U, 1U,
    1U, 1U, 1U, 1U, 1U, 1U, 1U, 1U,
    0U, 1U, 0U, 0U, 0U, 1U, 1U, 1U,
    0U, 1U, 0U, 0U, 0U, 1U, 1U, 1U,
    0U, 0U, 0U, 0U, 0U, 0U, 0U, 0U,
    0U, 0U, 0U, 0U, 0U, 0U, 0U, 0U,
    0U, 0U, 0U, 0U, 0U, 0U, 0U, 0U,
    0U, 0U, 0U, 0U, 0U, 0U, 0U, 0U
}};

extern const VlUnpacked<CData/*2:0*/, 16> Vtop__ConstPool__TABLE_h5f5b73a4_0 = {{
    1U, 1U, 3U, 3U, 3U, 7U, 7U, 7U,
    7U, 1U, 1U, 0U, 0U, 0U, 0U, 0U
}};

extern const VlUnpacked<CData/*0:0*/, 16> Vtop__ConstPool__TABLE_h60cb7b14_0 = {{
    0U, 0U, 0U, 0U, 0U, 0U, 0U, 0U,
    0U, 1U, 1U, 0U, 0U, 0U, 0U, 0U
}};

extern const VlUnpacked<CData/*6:0*/, 16> Vtop__ConstPool__TABLE_h68d3d3b3_0 = {{
    0x7fU, 0x7fU, 0x7fU, 0x1fU, 0x1fU, 0x1fU, 7U, 7U,
    7U, 0U, 0U, 0U, 0U, 0U, 0U, 0U
}};

extern const VlUnpacked<CData/*6:0*/, 16> Vtop__ConstPool__TABLE_h6fa9cc7d_0 = {{
    4U, 0x10U, 0x10U, 0x20U, 0x20U, 0x20U, 0x40U, 0x40U,
    0x40U, 0x40U, 0x40U, 0U, 0U, 0U, 0U, 0U
}};

extern const VlUnpacked<SData/*14:0*/, 16> Vtop__ConstPool__TABLE_h73b4578a_0 = {{
    0U, 0x4000U, 0U, 0x4000U, 0x6000U, 0x6000U, 0U, 0x1000U,
    0x1000U, 0U, 0U, 0U, 0U, 0U, 0U, 0U
}};

extern const VlUnpacked<CData/*3:0*/, 16> Vtop__ConstPool__TABLE_h782839df_0 = {{
    2U, 2U, 2U, 4U, 4U, 4U, 8U, 8U,
    8U, 8U, 2U, 0U, 0U, 0U, 0U, 0U
}};

extern const VlUnpacked<CData/*3:0*/, 16> Vtop__ConstPool__TABLE_h80304e69_0 = {{
    8U, 8U, 8U, 8U, 8U, 8U, 8U, 8U,
    8U, 8U, 2U, 0U, 0U, 0U, 0U, 0U
}};

extern const VlUnpacked<CData/*7:0*/, 16> Vtop__ConstPool__TABLE_h8691c8e5_0 = {{
    0xffU, 0xffU, 0x7bU, 0xffU, 0x90U, 0x7bU, 0xffU, 0x59U,
    0x81U, 0x7fU, 0x67U, 0U, 0U, 0U, 0U, 0U
}};

extern const VlUnpacked<CData/*4:0*/, 16> Vtop__ConstPool__TABLE_h8f8f32d9_0 = {{
    0x1fU, 0x1fU, 0x1fU, 0x0fU, 0x0fU, 0x0fU, 7U, 7U,
    7U, 7U, 0U, 0U, 0U, 0U, 0U, 0U
}};

extern const VlUnpacked<CData/*7:0*/, 16> Vtop__ConstPool__TABLE_h95f4dd35_0 = {{
    0x80U, 0x80U, 0x80U, 0x20U, 0x20U, 0x20U, 8U, 8U,
    8U, 1U, 1U, 0U, 0U, 0U, 0U, 0U
}};

extern const VlUnpacked<CData/*5:0*/, 16> Vtop__ConstPool__TABLE_h95f68226_0 = {{
    0x21U, 0x21U, 0x21U, 0x22U, 0x22U, 0x31U, 0x32U, 0x32U,
    0x39U, 0x39U, 0U, 0U, 0U, 0U, 0U, 0U
}};

extern const VlUnpacked<CData/*7:0*/, 16> Vtop__ConstPool__TABLE_ha965761d_0 = {{
    0xffU, 0xffU, 0x7fU, 0xffU, 0x90U, 0x7fU, 0xffU, 0x59U,
    0x7fU, 0x7fU, 0x67U, 0U, 0U, 0U, 0U, 0U
}};

extern const VlUnpacked<CData/*7:0*/, 16> Vtop__ConstPool__TABLE_hab0b23a0_0 = {{
    0x80U, 0x80U, 0x80U, 0x80U, 0x80U, 0x80U, 0x80U, 0x80U,
    0x80U, 0U, 0U, 0U, 0U, 0U, 0U, 0U
}};

extern const VlUnpacked<CData/*6:0*/, 16> Vtop__ConstPool__TABLE_hb64132ff_0 = {{
    0x10U, 0x10U, 0x10U, 0x20U, 0x20U, 0x20U, 0x40U, 0x40U,
    0x40U, 0x40U, 0x0aU, 0U, 0U, 0U, 0U, 0U
}};

extern const VlUnpacked<CData/*5:0*/, 16> Vtop__ConstPool__TABLE_hbb1563b0_0 = {{
    0x20U, 0x20U, 0x20U, 0x20U, 0x20U, 0x10U, 0x10U, 0x10U,
    8U, 8U, 1U, 0U, 0U, 0U, 0U, 0U
}};

extern const VlUnpacked<SData/*8:0*/, 16> Vtop__ConstPool__TABLE_hc235d7ff_0 = {{
    0x0048U, 0x0048U, 0x0048U, 8U, 0x0090U, 0x0090U, 0x0010U, 0x0120U,
    4U, 0x0020U, 0x0012U, 0U, 0U, 0U, 0U, 0U
}};

extern const VlUnpacked<CData/*0:0*/, 16> Vtop__ConstPool__TABLE_hc71904a7_0 = {{
    1U, 1U, 1U, 1U, 1U, 1U, 1U, 1U,
    1U, 0U, 1U, 0U, 0U, 0U, 0U, 0U
}};

extern const VlUnpacked<SData/*14:0*/, 16> Vtop__ConstPool__TABLE_hca93151c_0 = {{
    0x3f7cU, 0x7df0U, 0x3df0U, 0U, 0U, 0x3de0U, 0x6000U, 0x6000U,
    0x7dc0U, 0x1000U, 0U, 0U, 0U, 0U, 0U, 0U
}};

extern const VlUnpacked<CData/*0:0*/, 16> Vtop__ConstPool__TABLE_hcc57cb50_0 = {{
    1U, 1U, 1U, 1U, 0U, 1U, 1U, 0U,
    1U, 0U, 0U, 0U, 0U, 0U, 0U, 0U
}};

extern const VlUnpacked<SData/*8:0*/, 16> Vtop__ConstPool__TABLE_hd3b1783f_0 = {{
    0U, 0U, 0x0180U, 0U, 0x0191U, 0x0180U, 0U, 0x015aU,
    0x0180U, 0x0180U, 0x0168U, 0U, 0U, 0U, 0U, 0U
}};

extern const VlUnpacked<CData/*0:0*/, 256> Vtop__ConstPool__TABLE_hdb7b9c00_0 = {{
    0U, 1U, 0U, 1U, 0U, 1U, 0U, 1U,
    0U, 1U, 0U, 1U, 0U, 1U, 0U, 0U,
    0U, 1U, 0U, 1U, 0U, 1U, 0U, 1U,
    0U, 1U, 0U, 1U, 0U, 1U, 1U, 1U,
    0U, 0U, 0U, 0U, 0U, 0U, 0U, 0U,
    0U, 0U, 0U, 0U, 0U, 0U, 0U, 0U,
    0U, 0U, 0U, 0U, 0U, 0U, 0U, 0U,
    0U, 0U, 0U, 0U, 0U, 0U, 0U, 0U,
    0U, 1U, 0U, 1U, 0U, 1U, 0U, 1U,
    0U, 1U, 0U, 1U, 0U, 1U, 0U, 0U,
    0U, 1U, 0U, 1U, 0U, 1U, 0U, 1U,
    0U, 1U, 0U, 1U, 0U, 1U, 1U, 1U,
    0U, 1U, 0U, 1U, 0U, 1U, 0U, 1U,
    0U, 1U, 0U, 1U, 0U, 1U, 0U, 0U,
    0U, 1U, 0U, 1U, 0U, 1U, 0U, 1U,
    0U, 1U, 0U, 1U, 0U, 1U, 1U, 1U,
    0U, 0U, 0U, 0U, 0U, 0U, 0U, 0U,
    0U, 0U, 0U, 0U, 0U, 0U, 0U, 0U,
    0U, 0U, 0U, 0U, 0U, 0U, 0U, 0U,
    0U, 0U, 0U, 0U, 0U, 0U, 0U, 0U,
    0U, 0U, 0U, 0U, 0U, 0U, 0U, 0U,
    0U, 0U, 0U, 0U, 0U, 0U, 0U, 0U,
    0U, 0U, 0U, 0U, 0U, 0U, 0U, 0U,
    0U, 0U, 0U, 0U, 0U, 0U, 0U, 0U,
    0U, 0U, 0U, 0U, 0U, 0U, 0U, 0U,
    0U, 0U, 0U, 0U, 0U, 0U, 0U, 0U,
    0U, 0U, 0U, 0U, 0U, 0U, 0U, 0U,
    0U, 0U, 0U, 0U, 0U, 0U, 0U, 0U,
    0U, 0U, 0U, 0U, 0U, 0U, 0U, 0U,
    0U, 0U, 0U, 0U, 0U, 0U, 0U, 0U,
    0U, 0U, 0U, 0U, 0U, 0U, 0U, 0U,
    0U, 0U, 0U, 0U, 0U, 0U, 0U, 0U
}};

extern const VlUnpacked<CData/*1:0*/, 16> Vtop__ConstPool__TABLE_hdc236d28_0 = {{
    1U, 1U, 1U, 2U, 2U, 1U, 2U, 2U,
    1U, 1U, 1U, 0U, 0U, 0U, 0U, 0U
}};

extern const VlUnpacked<CData/*5:0*/, 16> Vtop__ConstPool__TABLE_hdf3d3f35_0 = {{
    0x3fU, 0x3fU, 0x3fU, 0U, 0U, 0x3fU, 0U, 0U,
    0x3fU, 0U, 0U, 0U, 0U, 0U, 0U, 0U
}};

extern const VlUnpacked<SData/*9:0*/, 16> Vtop__ConstPool__TABLE_he13b67c4_0 = {{
    4U, 0x0010U, 0x0010U, 0x0220U, 0x0220U, 0x0020U, 0x0240U, 0x0240U,
    0x0040U, 0x0040U, 0U, 0U, 0U, 0U, 0U, 0U
}};

extern const VlUnpacked<CData/*4:0*/, 16> Vtop__ConstPool__TABLE_he83f0d1a_0 = {{
    0U, 0U, 0x15U, 0U, 0U, 0x12U, 0U, 0U,
    0x11U, 0U, 0U, 0U, 0U, 0U, 0U, 0U
}};

extern const VlUnpacked<CData/*0:0*/, 16> Vtop__ConstPool__TABLE_hed4c4d96_0 = {{
    0U, 0U, 1U, 0U, 0U, 1U, 0U, 0U,
    1U, 0U, 0U, 0U, 0U, 0U, 0U, 0U
}};

extern const VlUnpacked<CData/*0:0*/, 512> Vtop__ConstPool__TABLE_heedcf5cf_0 = {{
    0U, 1U, 0U, 1U, 0U, 1U, 0U, 0U,
    0U, 1U, 0U, 1U, 0U, 1U, 1U, 0U,
    0U, 1U, 0U, 1U, 0U, 1U, 0U, 1U,
    0U, 1U, 0U, 1U, 0U, 1U, 1U, 1U,
    0U, 0U, 0U, 0U, 0U, 0U, 0U, 0U,
    0U, 0U, 0U, 0U, 0U, 0U, 0U, 0U,
    0U, 0U, 0U, 0U, 0U, 0U, 0U, 0U,
    0U, 0U, 0U, 0U, 0U, 0U, 0U, 0U,
    0U, 1U, 0U, 1U, 0U, 1U, 0U, 0U,
    0U, 1U, 0U, 1U, 0U, 1U, 1U, 0U,
    0U, 1U, 0U, 1U, 0U, 1U, 0U, 1U,
    0U, 1U, 0U, 1U, 0U, 1U, 1U, 1U,
    0U, 1U, 0U, 1U, 0U, 1U, 0U, 0U,
    0U, 1U, 0U, 1U, 0U, 1U, 1U, 0U,
    0U, 1U, 0U, 1U, 0U, 1U, 0U, 1U,
    0U, 1U, 0U, 1U, 0U, 1U, 1U, 1U,
    0U, 1U, 0U, 1U, 0U, 1U, 0U, 0U,
    0U, 1U, 0U, 1U, 0U, 1U, 1U, 0U,
    0U, 1U, 0U, 1U, 0U, 1U, 0U, 1U,
    0U, 1U, 0U, 1U, 0U, 1U, 1U, 1U,
    1U, 1U, 1U, 1U, 1U, 1U, 1U, 1U,
    1U, 1U, 1U, 1U, 1U, 1U, 1U, 1U,
    1U, 1U, 1U, 1U, 1U, 1U, 1U, 1U,
    1U, 1U, 1U, 1U, 1U, 1U, 1U, 1U,
    0U, 1U, 0U, 1U, 0U, 1U, 0U, 0U,
    0U, 1U, 0U, 1U, 0U, 1U, 1U, 0U,
    0U, 1U, 0U, 1U, 0U, 1U, 0U, 1U,
    0U, 1U, 0U, 1U, 0U, 1U, 1U, 1U,
    0U, 1U, 0U, 1U, 0U, 1U, 0U, 0U,
    0U, 1U, 0U, 1U, 0U, 1U, 1U, 0U,
    0U, 1U, 0U, 1U, 0U, 1U, 0U, 1U,
    0U, 1U, 0U, 1U, 0U, 1U, 1U, 1U,
    0U, 0U, 0U, 0U, 0U, 0U, 0U, 0U,
    0U, 0U, 0U, 0U, 0U, 0U, 0U, 0U,
    0U, 0U, 0U, 0U, 0U, 0U, 0U, 0U,
    0U, 0U, 0U, 0U, 0U, 0U, 0U, 0U,
    0U, 0U, 0U, 0U, 0U, 0U, 0U, 0U,
    0U, 0U, 0U, 0U, 0U, 0U, 0U, 0U,
    0U, 0U, 0U, 0U, 0U, 0U, 0U, 0U,
    0U, 0U, 0U, 0U, 0U, 0U, 0U, 0U,
    0U, 0U, 0U, 0U, 0U, 0U, 0U, 0U,
    0U, 0U, 0U, 0U, 0U, 0U, 0U, 0U,
    0U, 0U, 0U, 0U, 0U, 0U, 0U, 0U,
    0U, 0U, 0U, 0U, 0U, 0U, 0U, 0U,
    0U, 0U, 0U, 0U, 0U, 0U, 0U, 0U,
    0U, 0U, 0U, 0U, 0U, 0U, 0U, 0U,
    0U, 0U, 0U, 0U, 0U, 0U, 0U, 0U,
    0U, 0U, 0U, 0U, 0U, 0U, 0U, 0U,
    0U, 0U, 0U, 0U, 0U, 0U, 0U, 0U,
    0U, 0U, 0U, 0U, 0U, 0U, 0U, 0U,
    0U, 0U, 0U, 0U, 0U, 0U, 0U, 0U,
    0U, 0U, 0U, 0U, 0U, 0U, 0U, 0U,
    0U, 0U, 0U, 0U, 0U, 0U, 0U, 0U,
    0U, 0U, 0U, 0U, 0U, 0U, 0U, 0U,
    0U, 0U, 0U, 0U, 0U, 0U, 0U, 0U,
    0U, 0U, 0U, 0U, 0U, 0U, 0U, 0U,
    0U, 0U, 0U, 0U, 0U, 0U, 0U, 0U,
    0U, 0U, 0U, 0U, 0U, 0U, 0U, 0U,
    0U, 0U, 0U, 0U, 0U, 0U, 0U, 0U,
    0U, 0U, 0U, 0U, 0U, 0U, 0U, 0U,
    0U, 0U, 0U, 0U, 0U, 0U, 0U, 0U,
    0U, 0U, 0U, 0U, 0U, 0U, 0U, 0U,
    0U, 0U, 0U, 0U, 0U, 0U, 0U, 0U,
    0U, 0U, 0U, 0U, 0U, 0U, 0U, 0U
}};

extern const VlUnpacked<CData/*2:0*/, 16> Vtop__ConstPool__TABLE_hf362f941_0 = {{
    7U, 7U, 7U, 7U, 7U, 7U, 7U, 7U,
    7U, 0U, 0U, 0U, 0U, 0U, 0U, 0U
}};

extern const VlUnpacked<CData/*0:0*/, 16> Vtop__ConstPool__TABLE_hfa6f210b_0 = {{
    0U, 0U, 0U, 0U, 0U, 0U, 0U, 0U,
    0U, 0U, 1U, 0U, 0U, 0U, 0U, 0U
}};
