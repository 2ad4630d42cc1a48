/** Whether a media type says that there is no text to read: images but for SVG, sounds, films, fonts. */
export function isMedia(type: string): boolean {
  return /^(?:image\/(?!svg)|audio\/|video\/|font\/|multipart\/|application\/(?:font|x-font|vnd\.ms-fontobject))/.test(type);
}

/** Whether a path ends as those of images, sounds, films and fonts do. */
export function hasMediaName(path: string): boolean {
  return /\.(?:png|jpe?g|gif|webp|avif|ico|bmp|woff2?|ttf|otf|eot|mp[34]|m4[av]|webm|og[gv]|wav|pdf)$/i.test(path);
}

/** What kind of document a media type or, where the server does not say, the name stands for. */
export function documentKind(type: string, path: string): 'page' | 'style' | 'script' | 'data' | 'other' {
  if (type.includes('html')) return 'page';
  if (type === 'text/css') return 'style';
  if (/(?:java|ecma)script/.test(type)) return 'script';
  if (/json|manifest/.test(type)) return 'data';
  if (type !== '' && !/^(?:text\/plain|application\/octet-stream|binary\/octet-stream)$/.test(type)) return 'other';
  if (/\.[cm]?js$/i.test(path)) return 'script';
  if (/\.css$/i.test(path)) return 'style';
  return /\.(?:json|webmanifest)$/i.test(path) ? 'data' : /\.x?html?$/i.test(path) ? 'page' : 'other';
}
