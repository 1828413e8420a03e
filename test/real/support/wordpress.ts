import { startWordpress as startPlain, type Wordpress } from '../../hosts/support/wordpress.ts';

export { wordpressMissing, type Wordpress } from '../../hosts/support/wordpress.ts';

/** A plugin as an administration would have it: a type for ideas, its fields, and the page's nonce for who is signed in. */
const PLUGIN = `<?php
add_action('init', function () {
  register_post_type('idee', ['public' => true, 'label' => 'Ideen', 'show_in_rest' => true, 'rest_base' => 'idee',
    'supports' => ['title', 'editor', 'excerpt', 'author', 'custom-fields'], 'taxonomies' => ['category', 'post_tag']]);
  foreach (['vr_stage', 'vr_reach', 'vr_place'] as $key)
    register_post_meta('idee', $key, ['type' => 'string', 'single' => true, 'show_in_rest' => true]);
  register_post_meta('idee', 'vr_needs', ['type' => 'array', 'single' => true,
    'show_in_rest' => ['schema' => ['type' => 'array', 'items' => ['type' => 'string']]]]);
});
`;

/** A WordPress that takes ideas. */
export async function startWordpress(): Promise<Wordpress> {
  const wordpress = await startPlain();
  wordpress.addCode('ideen.php', PLUGIN);
  return wordpress;
}
