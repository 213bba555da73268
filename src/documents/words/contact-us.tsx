import type { Frame } from '#ui/page/frame.ts';

/** How to reach the organisation by telephone and post, in a sentence that says when. */
export function ContactUs({ frame, when }: { frame: Frame; when: 'guide.noMail.contacts' | 'confirm.noOtherWay' }) {
  const { phone, post } = frame.site.contacts;
  return (
    <p>
      {frame.t.rich(when, {
        phone: (
          <a key="phone" href={`tel:${phone.replace(/[^+\d]/g, '')}`}>
            <bdi dir="ltr">{phone}</bdi>
          </a>
        ),
        post: <bdi key="post">{post}</bdi>,
      })}
    </p>
  );
}
