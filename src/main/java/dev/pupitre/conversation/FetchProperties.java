package dev.pupitre.conversation;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How files are fetched from Meta, {@code pupitre.conversation.files.*}.
 *
 * @param hosts where Meta keeps files; a name that begins with {@code *.} stands for all below it
 * @param limit the largest file that is taken; Messenger itself carries no more
 * @param timeout how long one file may take from the first byte asked to the last one read
 * @param atOnce how many messages' files are fetched at the same time on a node
 * @param attempts after how many failures a file is given up
 * @param firstBackoff the wait after the first failure, four times as long after each further one
 */
@Validated
@ConfigurationProperties("pupitre.conversation.files")
record FetchProperties(
        @DefaultValue({"*.fbcdn.net", "*.fbsbx.com", "*.facebook.com", "*.cdninstagram.com"}) @NotEmpty
        List<String> hosts,

        @DefaultValue("25MB") DataSize limit,
        @DefaultValue("60s") Duration timeout,
        @DefaultValue("4") @Min(1) int atOnce,
        @DefaultValue("6") @Min(1) int attempts,
        @DefaultValue("5s") Duration firstBackoff) {}
