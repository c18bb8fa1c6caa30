<?php
// Installs WordPress into an empty database, once the database answers; does nothing when it is installed already.
const PATIENCE_SECONDS = 60;

function setting(string $name): string
{
    $file = getenv($name . '_FILE');
    $value = $file ? rtrim(file_get_contents($file), "\n") : (string) getenv($name);
    if ($value === '') {
        fail("$name or {$name}_FILE must be set");
    }
    return $value;
}

function fail(string $why): never
{
    fwrite(STDERR, "install: $why\n");
    exit(2);
}

function await_database(): void
{
    mysqli_report(MYSQLI_REPORT_OFF);
    [$host, $port] = explode(':', DB_HOST . ':3306');
    $end = microtime(true) + PATIENCE_SECONDS;
    while (!@mysqli_connect($host, DB_USER, DB_PASSWORD, DB_NAME, (int) $port)) {
        if (microtime(true) > $end) {
            fail('no database after ' . PATIENCE_SECONDS . ' s: ' . mysqli_connect_error());
        }
        usleep(100000);
    }
}

// WordPress would send a letter about itself.
function wp_new_blog_notification(): void
{
}

function install(): void
{
    $password = setting('WORDPRESS_ADMIN_PASSWORD');
    $done = wp_install(
        getenv('WORDPRESS_TITLE') ?: 'Seatrial',
        getenv('WORDPRESS_ADMIN_USER') ?: 'admin',
        getenv('WORDPRESS_ADMIN_EMAIL') ?: 'admin@example.org',
        false,
        '',
        wp_slash($password)
    );
    if (empty($done['user_id'])) {
        fail('WordPress made no administrator');
    }
}

require '/etc/wordpress/config-default.php';
await_database();
define('WP_INSTALLING', true);
define('ABSPATH', '/usr/share/wordpress/');
define('WP_CONTENT_DIR', '/var/lib/wordpress/wp-content');
$table_prefix = 'wp_';
require ABSPATH . 'wp-settings.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';
if (!is_blog_installed()) {
    install();
    echo "install: WordPress is installed\n";
}
