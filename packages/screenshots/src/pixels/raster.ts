/** A decoded image: red, green, blue and opacity of each pixel, a byte each, row by row. */
export interface Raster {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8Array;
}

/** An image with one byte a pixel: 0 is black. */
export interface Grey {
  readonly width: number;
  readonly height: number;
  readonly values: Uint8Array;
}
