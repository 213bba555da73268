export const more = `**Is this notice real?** Type {host} yourself and choose {menuPath}. You will find notice {noticeId} there. We never ask for a password, a code or money by mail, phone or chat. This is [how our real messages look]({genuine}).

**Questions?** Write to [{security}](mailto:{security}). Our phone number and postal address are on the [contact page]({contact}). Journalists reach us at [{press}](mailto:{press}).

<NextUpdate />

<Statement />`;
