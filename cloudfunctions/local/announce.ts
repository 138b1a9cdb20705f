/** What `npm start` says when it is ready: where, as whom, what to try. */

export function announce(say: (line: string) => void, url: string, seconds: number): void {
  say(`
窗口考评 · 本地预览已就绪 (${seconds.toFixed(1)} 秒)
  打开   ${url}
  身份   在“我的”页切换;例如 浏阳市工作人员、平台负责人、长沙市审核人、省平台、企业
  试试   浏阳市工作人员录一场贷款对接活动 → 长沙市审核人通过 → 看进度与排名变化
  数据   全部为虚构示例,存在本机 .local 目录;重新开始: npm start -- --fresh
  停止   Ctrl+C
`)
}
