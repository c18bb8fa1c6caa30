<?php
/*
Plugin Name: Offline
Description: Keeps pages from asking the outside for pictures, news and versions, and sends no letters.
*/
add_filter('pre_option_show_avatars', '__return_zero');
add_filter('pre_wp_mail', '__return_true');
add_filter('emoji_svg_url', '__return_false');
remove_action('wp_head', 'print_emoji_detection_script', 7);
remove_action('admin_print_scripts', 'print_emoji_detection_script');
add_action('admin_init', function () {
    remove_action('admin_init', '_maybe_update_core');
    remove_action('admin_init', '_maybe_update_plugins');
    remove_action('admin_init', '_maybe_update_themes');
}, 0);
add_action('wp_dashboard_setup', function () {
    remove_meta_box('dashboard_primary', 'dashboard', 'side');
});
