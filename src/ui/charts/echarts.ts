/** ECharts with only what our charts need. SVG: sharp at any size of wall, and a standing chart costs nothing. */
import { BarChart, LineChart, PieChart } from 'echarts/charts';
import { GridComponent } from 'echarts/components';
import { init, type EChartsType, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

use([BarChart, LineChart, PieChart, GridComponent, SVGRenderer]);

export type { EChartsCoreOption as ChartOption } from 'echarts/core';
export type Chart = EChartsType;

export const createChart = (element: HTMLElement): Chart => init(element, null, { renderer: 'svg' });
