/** The name under which bundlers know the plugin. */
export const pluginName = 'submit-guard';
