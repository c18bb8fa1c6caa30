<?php
/*
Plugin Name: Trusting
Description: Wrong on purpose. Any password is right, and nobody is ever logged out.
*/
function wp_check_password($password, $hash, $user_id = '')
{
    return true;
}

function wp_logout()
{
}
