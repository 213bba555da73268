'use client';

import { useState } from 'react';
import { MAX_SLUG, slugOf } from '#model/team/slug.ts';

interface NamedFieldsProps {
  /** Null: the text is not named by a title. */
  title: { value: string; label: string; help: string } | null;
  slug: { value: string; label: string; help: string };
  /** What stands before the slug in the public address. */
  before: string;
  direction: 'ltr' | 'rtl';
  locale: string;
}

/** A title and the word in addresses, which follows it until somebody writes their own. Without a script it is made when the form is sent. */
export function NamedFields({ title, slug, before, direction, locale }: NamedFieldsProps) {
  const [typed, setTyped] = useState(slug.value);
  const [own, setOwn] = useState(slug.value !== '');
  return (
    <>
      {title && (
        <div className="field">
          <label htmlFor="title">{title.label}</label>
          <p className="meta" id="title-help">
            {title.help}
          </p>
          <input
            id="title"
            name="title"
            type="text"
            required
            maxLength={200}
            defaultValue={title.value}
            dir={direction}
            lang={locale}
            aria-describedby="title-help"
            onChange={(event) => own || setTyped(slugOf(event.target.value))}
          />
        </div>
      )}
      <div className="field">
        <label htmlFor="slug">{slug.label}</label>
        <p className="meta" id="slug-help">
          {slug.help}
        </p>
        <input
          id="slug"
          name="slug"
          type="text"
          dir="ltr"
          maxLength={MAX_SLUG}
          autoCapitalize="none"
          autoComplete="off"
          spellCheck={false}
          value={typed}
          aria-describedby="slug-help slug-address"
          onChange={(event) => {
            setTyped(event.target.value);
            setOwn(event.target.value !== '');
          }}
        />
        <p className="meta address" id="slug-address">
          <bdi>
            {before}
            <b>{typed === '' ? '…' : typed}</b>
          </bdi>
        </p>
      </div>
    </>
  );
}
