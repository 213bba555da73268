/** What people compare with their account: short enough to say on the phone, and another one each minute. */
export function noticeIdAt(now: Date): string {
  const [day = '', time = ''] = now.toISOString().split('T');
  return `SEC-${day.replaceAll('-', '')}-${time.slice(0, 5).replace(':', '')}`;
}
