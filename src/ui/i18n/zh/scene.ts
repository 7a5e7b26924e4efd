/** Texts of the scene and of what stands in its place. */
export const scene = {
  empty: {
    title: '这个社区还没有楼栋',
    text: '导入地图、模型或楼栋清单，社区就会出现在这里。',
    go: '去导入',
  },
  label: '三维社区',
  loading: '正在载入三维场景…',
  noWebGl: {
    title: '这台电脑不能显示三维画面',
    text: '浏览器没有提供 WebGL 2。可以更新浏览器或显卡驱动，或在浏览器设置中打开“使用图形加速”。',
    rest: '其余功能都可以使用：左侧按结构查找楼栋和房屋，右侧查看和办理。',
  },
  failed: '三维场景没有打开，其余功能不受影响。',
};
