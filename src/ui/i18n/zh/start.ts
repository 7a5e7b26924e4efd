/** Texts of the opening of the application. */
export const start = {
  opening: '正在打开社区…',
  firstTime: '第一次打开，正在准备示范社区',
  stage: {
    open: '打开数据库',
    read: '读取示范数据',
    write: '写入数据库',
    settle: '收尾上次中断的导入',
    load: '载入楼栋',
  },
  settled: {
    takenBack: '上次导入没有完成，已全部撤回，数据与导入前一致。可以重新导入。',
    finished: '上次中断的撤销已经完成。',
    kept: '上次导入没有完成，其中一部分已被他人修改，没有撤回。请在“撤销”中核对。',
  },
  rows: '{{done}} / {{total}} 条记录',
  failedTitle: '社区没有打开',
  failedText: '数据没有受影响，请重试。',
  noDatabase: '浏览器不允许本页保存数据。请退出无痕模式，或在设置中允许本网站保存数据，然后重试。',
  full: '磁盘空间不足，示范社区没有写完。请清理磁盘后重试，会从断开的地方继续。',
  sampleMissing: '没有读到示范数据。请检查网络或服务器，然后重试。',
};
