/** What a route answers in JSON: nothing with a refusal, or where an answer broke off or is somebody else's. Without any answer its status is 0. Never rejects. */
export async function askJson<Told>(path: string, init: RequestInit = {}): Promise<{ status: number; told: Told | null }> {
  const answer = await fetch(path, init).catch(() => null);
  return { status: answer?.status ?? 0, told: answer?.ok ? ((await answer.json().catch(() => null)) as Told | null) : null };
}
