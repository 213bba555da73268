'use client';

import { type DragEvent, type FormEvent, type ReactNode, type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react';
import { teamPaths } from '#paths';
import { type Added, type RefusedPicture, sendPicture } from './send-picture.ts';
import { Thumb } from './thumb.tsx';
import { refusalWords, type UploadWords } from './words.ts';

export interface UploadHandle {
  /** Takes a file that was pasted or dropped elsewhere. */
  offer: (file: File) => void;
}

interface UploadProps {
  ref?: Ref<UploadHandle>;
  /** Folders that it can go to; of one alone nobody is asked. */
  folders: readonly { folder: string; path: string }[];
  chosen: string;
  /** Languages that it is described in; the first is asked for. */
  locales: readonly { locale: string; name: string; direction: 'ltr' | 'rtl' }[];
  words: UploadWords;
  /** As it was typed and refused. */
  typed?: Readonly<Record<string, string>>;
  refused?: RefusedPicture | null;
  /** What is done with it; without it the page of its text is shown. */
  onAdded?: (added: Added) => void;
}

const NOTHING: Readonly<Record<string, string>> = {};

/** A picture is sent with its name and what it shows. A form as it stands; a script says how far it is, and takes a picture that is dropped. */
export function Upload({ ref, folders, chosen, locales, words, typed = NOTHING, refused: first = null, onAdded }: UploadProps) {
  const form = useRef<HTMLFormElement>(null);
  const file = useRef<HTMLInputElement>(null);
  const [part, setPart] = useState<number | null>(null);
  const [refused, setRefused] = useState(first);
  const [added, setAdded] = useState('');

  const offer = (given: File) => {
    const list = new DataTransfer();
    list.items.add(given);
    if (file.current) file.current.files = list.files;
    form.current?.querySelector<HTMLInputElement>('input[name^="alt_"]')?.focus();
  };
  useImperativeHandle(ref, () => ({ offer }));
  useEffect(() => {
    if (refused) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [refused]);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (part !== null) return;
    const { currentTarget } = event;
    setRefused(null);
    setAdded('');
    setPart(0);
    const sent = await sendPicture(new FormData(currentTarget), setPart);
    setPart(null);
    if (sent.refused) return setRefused(sent.refused);
    if (!onAdded) return window.location.assign(sent.added.to);
    currentTarget.reset();
    setAdded(sent.added.name);
    onAdded(sent.added);
  };
  const drop = (event: DragEvent) => {
    const [given] = event.dataTransfer.files;
    if (!given) return;
    event.preventDefault();
    offer(given);
  };
  const wrong = (field: string) => {
    const reason = refused?.errors[field];
    return reason === undefined ? null : refusalWords(words, reason);
  };
  const whole = refused && Object.keys(refused.errors).length === 0 ? refusalWords(words, refused.reason ?? '') : (wrong('form') ?? wrong('text'));

  return (
    <form
      ref={form}
      className="upload"
      method="post"
      action={teamPaths.addPicture()}
      encType="multipart/form-data"
      onSubmit={(event) => void submit(event)}
      onDragOver={(event) => event.dataTransfer.types.includes('Files') && event.preventDefault()}
      onDrop={drop}
    >
      {whole && (
        <p className="err" role="alert">
          {whole}
        </p>
      )}
      {folders.length === 1 ? (
        <input type="hidden" name="text" value={folders[0]?.folder} />
      ) : (
        <Field id="text" label={words['upload.text']} wrong={null}>
          {(attributes) => (
            <select {...attributes} name="text" defaultValue={typed.text ?? chosen}>
              {folders.map(({ folder, path }) => (
                <option key={folder} value={folder}>
                  {path}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      <Field id="picture" label={words['upload.file']} hint={words['upload.fileHint']} wrong={wrong('picture')}>
        {(attributes) => <input {...attributes} ref={file} type="file" name="picture" accept=".png,.jpg,.jpeg,.webp,.avif" required />}
      </Field>
      {locales.map(({ locale, name, direction }, index) => (
        <Field
          key={locale}
          id={`alt_${locale}`}
          label={words['upload.alt'].replace('%language%', name)}
          hint={index === 0 ? words['upload.altHint'] : undefined}
          wrong={wrong(`alt.${locale}`) ?? (index === 0 ? wrong('alt') : null)}
        >
          {(attributes) => (
            <input
              {...attributes}
              type="text"
              name={`alt_${locale}`}
              lang={locale}
              dir={direction}
              required={index === 0}
              defaultValue={typed[`alt_${locale}`]}
            />
          )}
        </Field>
      ))}
      <Field id="name" label={words['upload.name']} hint={words['upload.nameHint']} wrong={wrong('name') ?? (refused?.reason === 'name_taken' ? '' : null)}>
        {(attributes) => <input {...attributes} type="text" name="name" dir="ltr" autoComplete="off" defaultValue={typed.name} />}
      </Field>
      {refused?.standing && (
        <label className="pick">
          <input type="checkbox" name="instead" value={refused.standing} /> <span>{words['upload.instead']}</span> <Thumb hash={refused.standing} alt="" />
        </label>
      )}
      <p className="actions">
        <button className={onAdded ? 'btn q' : 'btn'} type="submit" aria-disabled={part !== null}>
          {words[onAdded ? 'upload.sendAndInsert' : 'upload.send']}
        </button>
        {part !== null && <progress value={part} max={1} aria-label={words['upload.sending'].replace('%n%', '')} />}
      </p>
      <p className="meta" role="status">
        {part !== null && (part < 1 ? words['upload.sending'].replace('%n%', String(Math.round(part * 100))) : words['upload.reading'])}
        {added !== '' && words['upload.added'].replace('%name%', added)}
      </p>
    </form>
  );
}

interface FieldProps {
  id: string;
  label: string;
  hint?: string | undefined;
  /** Null where nothing is. */
  wrong: string | null;
  children: (attributes: { id: string; 'aria-invalid': boolean; 'aria-describedby': string | undefined }) => ReactNode;
}

function Field({ id, label, hint, wrong, children }: FieldProps) {
  const described = [hint && `${id}-hint`, wrong && `${id}-wrong`].filter(Boolean).join(' ');
  return (
    <div className={wrong === null ? 'field' : 'field bad'}>
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {wrong && (
        <p className="err" id={`${id}-wrong`}>
          {wrong}
        </p>
      )}
      {children({ id, 'aria-invalid': wrong !== null, 'aria-describedby': described === '' ? undefined : described })}
    </div>
  );
}
