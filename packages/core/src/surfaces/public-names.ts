/**
 * Prefixes by which build tools choose the variables that they write into what browsers load: Next.js, Expo, Nuxt,
 * Snowpack, Vite, Create React App, SvelteKit and Astro, Gatsby, Vue CLI, Angular builders, Storybook. With the `_`.
 */
export const publicPrefix =
  '(?:(?:NEXT|EXPO|NUXT|SNOWPACK)_PUBLIC|VITE|REACT_APP|PUBLIC|GATSBY|VUE_APP|NG_APP|STORYBOOK)_';

const publicName = new RegExp(`(?:^|[^A-Za-z0-9_])${publicPrefix}[A-Z0-9]`);

/** Whether a text holds the name of a variable that a build tool shows to browsers. */
export function holdsPublicName(text: string): boolean {
  return publicName.test(text);
}
