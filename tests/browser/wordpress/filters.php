<?php
// What WordPress makes of a post: with its own code, without a site or a database. It made the pieces of
// web/demos/wordpress.html, which the tests open.
//
//   php filters.php /usr/share/wordpress author|editor < post.html
//
// `author`: whoever lacks the right "unfiltered_html": authors and contributors; on a network of sites everyone but its
// administrators. `editor`: who has it. First what is kept when the post is saved, then what a reader is sent.
[, $wordpress, $who] = $argv;
const WPINC = 'wp-includes';
define('ABSPATH', rtrim($wordpress, '/') . '/');
define('WP_CONTENT_DIR', ABSPATH . 'wp-content');
error_reporting(E_ALL & ~E_DEPRECATED);
foreach (['compat', 'load', 'functions', 'plugin', 'formatting', 'pomo/translations', 'kses', 'shortcodes', 'l10n', 'option', 'link-template',
    'general-template', 'post', 'media', 'class-wp-error', 'class-wp-textdomain-registry', 'class-wp-block-parser', 'class-wp-block-type',
    'class-wp-block-type-registry', 'class-wp-block-list', 'class-wp-block', 'blocks', 'class-wp-block-styles-registry'] as $file)
    if (file_exists(ABSPATH . WPINC . "/$file.php")) require_once ABSPATH . WPINC . "/$file.php";
$wp_plugin_paths = [];
add_filter('pre_option', fn ($_, $name) => ['blog_charset' => 'UTF-8', 'use_smilies' => '1', 'html_type' => 'text/html',
    'home' => 'https://blog.example', 'siteurl' => 'https://blog.example'][$name] ?? '', 10, 2);

$post = stream_get_contents(STDIN);
if ($who === 'author') $post = wp_unslash(wp_filter_post_kses(wp_slash($post)));
// In this order as of wp-includes/default-filters.php, but for what looks for images and short codes.
add_filter('the_content', 'do_blocks', 9);
add_filter('the_content', 'wptexturize');
add_filter('the_content', 'wpautop');
add_filter('the_content', 'shortcode_unautop');
echo apply_filters('the_content', $post);
