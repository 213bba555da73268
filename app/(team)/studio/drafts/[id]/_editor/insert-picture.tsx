'use client';

import { type Ref, useImperativeHandle, useRef, useState } from 'react';
import { Thumb } from '../../../pictures/_parts/thumb.tsx';
import { Upload, type UploadHandle } from '../../../pictures/_parts/upload.tsx';
import type { UploadWords } from '../../../pictures/_parts/words.ts';

/** A picture that a text can show. */
export interface NamedPicture {
  name: string;
  hash: string;
  alt: Partial<Record<string, string>>;
}

export interface PicturesHandle {
  /** Takes a picture that was put into the text. */
  offer: (file: File) => void;
}

interface InsertPictureProps {
  ref: Ref<PicturesHandle>;
  folder: { folder: string; path: string };
  pictures: readonly NamedPicture[];
  /** The draft's own first. */
  locales: readonly { locale: string; name: string; direction: 'ltr' | 'rtl' }[];
  words: UploadWords;
  onInsert: (text: string) => void;
}

/** The pictures of a text, and a form for another: each goes in where the cursor stands, with what it shows in the language of the draft. */
export function InsertPicture({ ref, folder, pictures: first, locales, words, onInsert }: InsertPictureProps) {
  const details = useRef<HTMLDetailsElement>(null);
  const upload = useRef<UploadHandle>(null);
  const [pictures, setPictures] = useState(first);
  useImperativeHandle(ref, () => ({
    offer(file) {
      if (details.current) details.current.open = true;
      upload.current?.offer(file);
    },
  }));
  const insert = ({ name, alt }: Pick<NamedPicture, 'name' | 'alt'>) => onInsert(pictureText(name, alt[locales[0]?.locale ?? ''] ?? ''));
  return (
    <details className="palette" ref={details}>
      <summary>{words['upload.title']}</summary>
      {pictures.length > 0 && (
        <>
          <h3>{words['upload.these']}</h3>
          <ul className="thumbs">
            {pictures.map((picture) => (
              <li key={picture.name}>
                <button type="button" className="link" aria-label={words['upload.insert'].replace('%name%', picture.name)} onClick={() => insert(picture)}>
                  <Thumb hash={picture.hash} alt="" />
                  <bdi>{picture.name}</bdi>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      <Upload
        ref={upload}
        folders={[folder]}
        chosen={folder.folder}
        locales={locales}
        words={words}
        onAdded={(added) => {
          setPictures((known) => [added, ...known.filter(({ name }) => name !== added.name)]);
          insert(added);
        }}
      />
    </details>
  );
}

/** As an author would type it. */
function pictureText(name: string, alt: string): string {
  return `![${alt.replace(/[\\[\]<>{}*_`]/g, '\\$&')}](./${name})`;
}
