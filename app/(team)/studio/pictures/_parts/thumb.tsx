import { teamPaths } from '#paths';

interface ThumbProps {
  hash: string;
  /** Empty where words beside it say the same. */
  alt: string;
  /** Pixels, where they are known. */
  width?: number;
  height?: number;
}

/** A picture of a text on a page of the team. */
export function Thumb({ hash, alt, width, height }: ThumbProps) {
  // biome-ignore lint/performance/noImgElement: it is as small as it will be, and the framework's own pictures do not pass the front
  return <img src={teamPaths.picture(hash)} alt={alt} width={width} height={height} loading="lazy" decoding="async" />;
}
