import type { JSX } from 'preact';
import type { PageFinding } from '../../../model/page-data.ts';

type Box = NonNullable<PageFinding['box']>;

interface PictureBoxProps {
  readonly box: Box;
  readonly image: PageFinding['image'];
}

/** Where in an image a key stands. The image itself is not in the page: it shows the key. */
export function PictureBox({ box, image }: PictureBoxProps): JSX.Element {
  const { x, y, width, height } = box;
  // Results of older versions do not say how big the image is.
  const size = image ?? { width: x + width + Math.max(x, 40), height: y + height + Math.max(y, 40) };
  const where = `${width} × ${height} pixels at ${x}, ${y}${image === undefined ? '' : ` of ${image.width} × ${image.height}`}`;
  return (
    <section>
      <h3>Where in the image</h3>
      <figure class="picture">
        <svg viewBox={`0 0 ${size.width} ${size.height}`} role="img" aria-label={`The key stands in ${where}`} preserveAspectRatio="xMidYMid meet">
          <rect class="picture__image" width={size.width} height={size.height} />
          <path class="picture__guides" d={`M0 ${y + height / 2}H${size.width}M${x + width / 2} 0V${size.height}`} />
          <rect class="picture__box" x={x} y={y} width={width} height={height} />
        </svg>
        <figcaption class="faint">{where}</figcaption>
      </figure>
    </section>
  );
}
