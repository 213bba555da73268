/** "1 account", "2 accounts". */
export function accountsInWords(count: number): string {
  return `${count} ${count === 1 ? 'account' : 'accounts'}`;
}
