package dev.pupitre.sandbox;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Small files to send where nobody chose one. */
@Profile("local")
@Component
class Samples {
    private static final int WIDTH = 320;
    private static final int HEIGHT = 200;
    private static final float RATE = 8_000;

    private final SandboxFiles files;

    Samples(SandboxFiles files) {
        this.files = files;
    }

    SandboxFiles.Held of(String type) {
        return switch (type) {
            case "image", "template", "product" -> files.keep("picture.png", "image/png", landscape());
            case "sticker" -> files.keep("sticker.png", "image/png", thumb());
            case "audio" -> files.keep("voice.wav", "audio/wav", tone());
            case "video", "reel", "ig_reel" -> files.keep("clip.mp4", "video/mp4", clip());
            default -> files.keep("paper.pdf", "application/pdf", paper());
        };
    }

    /** A head and shoulders on the customer's colour, without letters: not every machine has fonts. */
    SandboxFiles.Held portrait(CustomerProfile customer) {
        var id = "portrait-" + customer.id();
        return files.find(id)
                .orElseGet(() -> files.keep(new SandboxFiles.Held(
                        id,
                        "picture.png",
                        "image/png",
                        new ByteArrayResource(head(Color.decode(customer.pictureColor()))))));
    }

    private static byte[] head(Color ground) {
        return drawn(96, 96, canvas -> {
            canvas.setColor(ground);
            canvas.fillRect(0, 0, 96, 96);
            canvas.setColor(Color.WHITE);
            canvas.fillOval(30, 18, 36, 36);
            canvas.fillOval(14, 60, 68, 72);
        });
    }

    private static byte[] landscape() {
        return drawn(WIDTH, HEIGHT, canvas -> {
            canvas.setColor(new Color(0x82cfff));
            canvas.fillRect(0, 0, WIDTH, HEIGHT);
            canvas.setColor(new Color(0xf1c21b));
            canvas.fillOval(230, 25, 50, 50);
            canvas.setColor(new Color(0x198038));
            canvas.fillOval(-60, 120, 280, 200);
            canvas.setColor(new Color(0x24a148));
            canvas.fillOval(120, 140, 300, 200);
        });
    }

    private static byte[] thumb() {
        return drawn(120, 120, canvas -> {
            canvas.setColor(new Color(0x0f62fe));
            canvas.fillRoundRect(20, 55, 22, 50, 6, 6);
            canvas.fillRoundRect(46, 50, 56, 55, 22, 22);
            canvas.fillRoundRect(52, 14, 22, 60, 20, 20);
        });
    }

    private interface Drawing {
        void on(Graphics2D canvas);
    }

    private static byte[] drawn(int width, int height, Drawing drawing) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        var canvas = image.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        drawing.on(canvas);
        canvas.dispose();
        return written(out -> ImageIO.write(image, "png", out));
    }

    /** One second of an a'. */
    private static byte[] tone() {
        var samples = new byte[(int) RATE];
        for (var i = 0; i < samples.length; i++) {
            samples[i] = (byte) (90 * Math.sin(2 * Math.PI * 440 * i / RATE));
        }
        var format = new AudioFormat(RATE, 8, 1, true, false);
        return written(out -> AudioSystem.write(
                new AudioInputStream(new ByteArrayInputStream(samples), format, samples.length),
                AudioFileFormat.Type.WAVE,
                out));
    }

    private static byte[] clip() {
        try {
            return new ClassPathResource("sandbox/clip.mp4").getContentAsByteArray();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static byte[] paper() {
        return """
                %PDF-1.4
                1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
                2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
                3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj
                trailer<</Root 1 0 R>>
                %%EOF
                """.getBytes(US_ASCII);
    }

    private interface Writing {
        void to(ByteArrayOutputStream out) throws IOException;
    }

    private static byte[] written(Writing writing) {
        var out = new ByteArrayOutputStream();
        try {
            writing.to(out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }
}
