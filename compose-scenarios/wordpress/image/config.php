<?php
// The settings of WordPress, all from the environment: WORDPRESS_DB_HOST, WORDPRESS_DB_NAME, WORDPRESS_DB_USER, and
// WORDPRESS_DB_PASSWORD_FILE or WORDPRESS_DB_PASSWORD. Keys for cookies are made by WordPress and kept in the database.
$password_file = getenv('WORDPRESS_DB_PASSWORD_FILE');
define('DB_HOST', getenv('WORDPRESS_DB_HOST') ?: 'mariadb');
define('DB_NAME', getenv('WORDPRESS_DB_NAME') ?: 'wordpress');
define('DB_USER', getenv('WORDPRESS_DB_USER') ?: 'wordpress');
define('DB_PASSWORD', $password_file ? rtrim(file_get_contents($password_file), "\n") : getenv('WORDPRESS_DB_PASSWORD'));
define('DB_CHARSET', 'utf8mb4');

// The site is where it is reached: a host or port that is known only once the container runs.
$host = $_SERVER['HTTP_HOST'] ?? '';
$host = preg_match('/^[A-Za-z0-9.\-\[\]:]+$/', $host) ? $host : 'localhost:8080';
$https = ($_SERVER['HTTP_X_FORWARDED_PROTO'] ?? '') === 'https';
define('WP_HOME', ($https ? 'https://' : 'http://') . $host);
define('WP_SITEURL', WP_HOME);

// Nothing here calls the outside, updates itself or changes its own programs.
define('WP_HTTP_BLOCK_EXTERNAL', true);
define('DISABLE_WP_CRON', true);
define('AUTOMATIC_UPDATER_DISABLED', true);
define('WP_AUTO_UPDATE_CORE', false);
define('DISALLOW_FILE_MODS', true);
define('FS_METHOD', 'direct');
define('FS_CHMOD_DIR', 0775);
define('FS_CHMOD_FILE', 0664);
