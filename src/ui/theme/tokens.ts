/** The palette as antd's tokens. */
import { type ThemeConfig, theme } from 'antd';
import { type Mode, PALETTES } from './palette.ts';
import { FONT_STACK } from './palette-on-page.ts';

/** `motion` off waits for no animation to end; see base.css. */
export const antdTheme = (mode: Mode, motion: boolean): ThemeConfig => {
  const p = PALETTES[mode];
  return {
    algorithm: mode === 'night' ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      colorPrimary: p.brand,
      colorInfo: p.brand,
      colorLink: p.brand,
      colorLinkHover: p.brandStrong,
      colorSuccess: p.success,
      colorWarning: p.warning,
      colorError: p.danger,
      // What antd mixes of these deep colours is a muddy grey.
      colorInfoBg: p.brandSoft,
      colorWarningBg: p.loessSoft,
      colorErrorBg: p.dangerSoft,
      colorInfoBorder: p.line,
      colorWarningBorder: p.line,
      colorErrorBorder: p.line,
      colorText: p.ink,
      colorTextHeading: p.ink,
      colorTextSecondary: p.inkSoft,
      colorTextTertiary: p.inkFaint,
      colorTextPlaceholder: p.inkFaint,
      colorTextDescription: p.inkSoft,
      colorTextLightSolid: p.onBrand,
      colorBgBase: p.panel,
      colorBgLayout: p.paper,
      colorBgContainer: p.panel,
      colorBgElevated: mode === 'night' ? p.raised : p.panel,
      colorBorder: p.line,
      colorBorderSecondary: p.line,
      colorSplit: p.line,
      controlItemBgHover: p.raised,
      controlItemBgActive: p.brandSoft,
      controlItemBgActiveHover: p.brandSoft,
      borderRadius: 6,
      borderRadiusLG: 10,
      fontFamily: FONT_STACK,
      fontSize: 14,
      wireframe: false,
      motion,
    },
    components: {
      Button: { primaryShadow: 'none', defaultShadow: 'none', fontWeight: 500 },
      Table: { headerBg: p.raised, headerColor: p.inkSoft, rowHoverBg: p.raised, cellPaddingBlockMD: 8 },
      Tooltip: { colorBgSpotlight: mode === 'night' ? '#2a444c' : '#17323a', colorTextLightSolid: '#ffffff' },
      Tabs: { titleFontSize: 14, horizontalItemPadding: '10px 0' },
      Tree: { nodeSelectedBg: p.brandSoft, nodeHoverBg: p.raised },
      Modal: { contentBg: p.panel, headerBg: p.panel },
    },
  };
};
