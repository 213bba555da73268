import type { Templates } from '#locales/templates.ts';

export const site: Templates['site'] = {
  menuPath: 'Account › Security',
  welcome: {
    title: 'Where we write about security',
    summary: 'If something happens that concerns your account, you read it here first.',
    body: `This is where {brand} writes about security. If something happens that concerns your data, you read here what it was, whom it concerns and what to do. You need no account to read it.

## How you know that it is us

Type {host} yourself. We never ask for a password, a code or money by mail, phone or chat. This is [how our real messages look]({genuine}).

## Have you seen something odd?

Write to [{security}](mailto:{security}), in your own words.`,
  },
  pages: {
    help: {
      title: 'If you can’t sign in',
      body: `Take your time. Nothing is lost while you are signed out, and nobody honest will hurry you.

## First: are you in the right place?

- Open {brand} as you always do: use your app, or type **{host}** yourself. Do not follow a link from a message, not even one that looks like ours.
- Does your password manager not offer your password? Then read the address again, letter by letter. It knows our address better than any of us.
- Leave any page or call that asks for a code from your mail. You type a code in one place: on our own page, after you asked for it yourself.

## Then: try these, in this order

1. Check the email address. Is it the one you used when you joined?
2. Check the keyboard: capital letters, and the language it is set to.
3. Type the password by hand, once, slowly. A copied one may have a space at its end.
4. After too many wrong tries we pause, to stop people who guess. Wait for a quarter of an hour, then try again.
5. Try on a device where you signed in before.

If the page says that the address or the password is wrong, it will not say which. That is on purpose: it gives nothing away to people who guess.

## We signed you out?

If an advisory says that we ask people to sign in again, your old password still works. If we asked you to change it, sign in and your account will lead you through it, one step at a time. Where others could know the old password, we want a code instead. We send it to the email address of your account, once you ask for it there.

## You don’t know the password?

Choose **I forgot my password** on the sign-in page. We send a code to the email address of your account, and with it you choose a new password. Nobody needs your old one for that, and no mail of ours has a link in it.

## You can’t get our mail?

Write to [{security}](mailto:{security}) or call {phone}. You may write from any address. We will ask about your account, never for a password or a code. It takes longer than you would like, because the same question also comes from people who want somebody else’s account.

## Is somebody else in your account?

1. Give your mailbox a new password first. Who can read your mail can ask for new passwords in your name.
2. Then change your password at {brand} and let it sign out your other devices.
3. Tell us. We can see where an account was used from, and help.`,
    },
    contact: {
      title: 'Contact',
      body: `**Security:** [{security}](mailto:{security}), or phone {phone}.

**Your data:** [{privacy}](mailto:{privacy}).

**Press:** [{press}](mailto:{press})

**Post:** {legalName}, {post}

Please never send us a password or a code. We don’t need them, and we never ask for them.

## Have you found a flaw?

Tell us at [{security}](mailto:{security}), in your own words and in any language. We thank you by name if you wish.`,
    },
    press: {
      title: 'Press',
      body: `Write to [{press}](mailto:{press}).

Each advisory ends with a statement that you may quote whole. It carries a time, and the page shows what has changed since. If we correct something, the old words stay readable beside the new ones.

All of it is in the [list of advisories]({advisories}) and in our feeds. They bring each update in the minute in which everybody else can read it. We give nobody more, and nobody less, than what is written there.`,
    },
    privacy: {
      title: 'Privacy',
      body: `You can read every advisory here without telling us who you are. These pages set no cookies, count no visits and load nothing from anyone else.

When you sign in, we set one cookie that keeps you signed in and one that protects our forms. Neither follows you elsewhere.

## What we keep, and for how long

- **90 days after they end** – Your sign-ins: device, part of the network address, so that you can see and end them
- **13 months** – Security events, such as a changed password, so that you can check them
- **1 day** – Codes that we mail to you, to prove that it is you
- **30 days** – The address a message went to, to know that it arrived
- **7 years** – Who on our side did what, with account numbers and no names, so that we can be checked

## Your rights

You can ask for a copy of your data, have it corrected or have it deleted. Write to [{privacy}](mailto:{privacy}). If our answer does not satisfy you, you can complain to the data protection authority where you live.`,
    },
    legal: {
      title: 'Legal notice',
      body: `{legalName}, {post}

[{security}](mailto:{security}), {phone}`,
    },
  },
};
