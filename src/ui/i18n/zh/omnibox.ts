/** Texts of the area `omnibox`. */
export const omnibox = {
  title: '搜索社区',
  placeholder: '姓名、拼音或首字母、3-2-502、单位、设施、办件号',
  results: '搜索结果',
  preparing: '正在准备搜索，马上就好…',
  hint: '试试：王 · wxm · 3-2-502 · 卫生服务站',
  nothing: '没有找到“{{text}}”。可以试试拼音首字母，或“楼-单元-室”。',
  kind: {
    resident: '居民',
    dwelling: '住房',
    building: '楼栋',
    grid: '网格',
    organisation: '单位',
    facility: '设施',
    matter: '办件',
  },
};
