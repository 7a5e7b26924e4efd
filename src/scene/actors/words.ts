/** The few words that are drawn into the scene itself; panels and buttons have theirs in the catalogues of `ui`. */
import type { Language } from '../../domain/reasons.ts';

type Words = Readonly<Record<Language, string>>;
const number = new Intl.NumberFormat('zh-CN');

export const buildingLabel = (estateNumber: string, name: string, language: Language): string =>
  estateNumber === '' ? name : language === 'zh' ? `${estateNumber}号楼` : `No. ${estateNumber}`;

export const gridCounts = (households: number, residents: number, language: Language): string =>
  language === 'zh'
    ? `${number.format(households)}户 · ${number.format(residents)}人`
    : `${number.format(households)} households · ${number.format(residents)}`;

export const buildingCounts = (households: number, residents: number, language: Language): string =>
  language === 'zh'
    ? `${number.format(households)}户 ${number.format(residents)}人`
    : `${number.format(households)} households, ${number.format(residents)} residents`;

export const floorLabel = (floor: number, language: Language): string =>
  language === 'zh' ? `${floor}层` : `${floor}F`;

export const unitLabel = (unit: number, language: Language): string =>
  language === 'zh' ? `${unit}单元` : `Unit ${unit}`;

export const roomLabel = (room: string, language: Language): string =>
  language === 'zh' ? `${room}室` : `Room ${room}`;

export const peopleCount = (residents: number, language: Language): string =>
  language === 'zh' ? `${residents}人` : `${residents} ${residents === 1 ? 'resident' : 'residents'}`;

export const CANVAS_LABEL: Words = {
  zh: '社区三维场景。拖动旋转，右键或 Shift 拖动平移，滚轮缩放；方向键平移，Q E 旋转，加减号缩放，N 朝北，T 俯视，H 全景。左侧的树提供同样的选择。',
  en: 'The community in 3D. Drag to turn, right or Shift drag to move, wheel to zoom; arrow keys move, Q and E turn, plus and minus zoom, N north, T from above, H home. The tree selects the same things.',
};
