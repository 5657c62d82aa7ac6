package dev.plumbline;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The first organisation and its owner, created at first start without a browser; from {@code
 * PLUMBLINE_SETUP_*}.
 *
 * @param org name of the organisation; absent for set-up by link
 * @param email the owner's address
 * @param password the owner's password
 * @param passwordFile a file that holds it instead
 * @param token an API token with owner rights, 32 or more visible ASCII characters; absent for none
 * @param tokenFile a file that holds it instead
 * @param sample whether to load the sample data
 */
@ConfigurationProperties("plumbline.setup")
record SetupSettings(
    @Nullable String org,
    @Nullable String email,
    @Nullable String password,
    @Nullable String passwordFile,
    @Nullable String token,
    @Nullable String tokenFile,
    @DefaultValue("false") boolean sample) {}
