/** 大屏运行状态页上与无人值守有关的文字。 */
export const wallWatch = {
  room: '本站存储空间',
  roomOf: '已用 {{used}} 兆字节，还剩 {{left}} 兆字节',
  short: '磁盘空间不足：大屏照常运行，但这台机器上的登记可能保存不了，请清理磁盘。',
  clock: '系统时间被调回',
  times: '连续 {{count}} 次',
};
