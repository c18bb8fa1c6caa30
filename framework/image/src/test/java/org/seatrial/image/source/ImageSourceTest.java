package org.seatrial.image.source;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import org.seatrial.image.fixture.Bundle;
import org.seatrial.image.fixture.ImageFixture;
import org.seatrial.image.fixture.LayerFixture;
import org.seatrial.image.fixture.Packing;
import org.seatrial.image.oci.Digest;

/** Every source keeps the contract. */
class ImageSourceTest {

  @TempDir private Path folder;

  @Nested
  class OfALayoutInAFolder extends ImageSourceContract {
    @Override
    ImageSource source(ImageFixture... images) {
      return LayoutFolder.at(Bundle.layout(images).writeTo(folder.resolve("layout")));
    }
  }

  @Nested
  class OfALayoutWithZstdLayers extends ImageSourceContract {
    @Override
    ImageSource source(ImageFixture... images) {
      ImageFixture[] packed = images.clone();
      for (int i = 0; i < packed.length; i++) {
        packed[i] = images[i].withPacking(Packing.ZSTD);
      }
      return LayoutFolder.at(Bundle.layout(packed).writeTo(folder.resolve("zstd")));
    }
  }

  @Nested
  class OfALayoutInAnArchive extends ImageSourceContract {
    @Override
    ImageSource source(ImageFixture... images) {
      return archive(Bundle.layout(images), "layout.tar", Packing.PLAIN);
    }
  }

  @Nested
  class OfALayoutInAGzipArchive extends ImageSourceContract {
    @Override
    ImageSource source(ImageFixture... images) {
      return archive(Bundle.layout(images), "layout.tar.gz", Packing.GZIP);
    }
  }

  @Nested
  class OfWhatDockerSaves extends ImageSourceContract {
    @Override
    ImageSource source(ImageFixture... images) {
      return archive(Bundle.saved(images), "saved.tar", Packing.PLAIN);
    }
  }

  @Nested
  class OfWhatDockerSavesAndZstdCompresses extends ImageSourceContract {
    @Override
    ImageSource source(ImageFixture... images) {
      return archive(Bundle.saved(images), "saved.tar.zst", Packing.ZSTD);
    }
  }

  @Nested
  class OfWhatDockerSavedBefore25 extends ImageSourceContract {
    @Override
    ImageSource source(ImageFixture... images) {
      return archive(Bundle.savedBefore25(images), "old.tar", Packing.PLAIN);
    }
  }

  @Nested
  class OfWhatDockerSavedBefore25AndGzipCompresses extends ImageSourceContract {
    @Override
    ImageSource source(ImageFixture... images) {
      return archive(Bundle.savedBefore25(images), "old.tar.gz", Packing.GZIP);
    }
  }

  @Nested
  class OfAStream extends ImageSourceContract {
    @Override
    ImageSource source(ImageFixture... images) {
      byte[] tar = Bundle.saved(images).tar();
      return StreamedArchive.of("stream:x", () -> new ByteArrayInputStream(tar));
    }
  }

  @Nested
  class OfAnEngine extends ImageSourceContract {
    @Override
    ImageSource source(ImageFixture... images) {
      return EngineSource.of(new Exported(images[0], Bundle.saved(images[0]).tar()));
    }

    @Override
    boolean keepsSeveral() {
      return false;
    }
  }

  @Nested
  class OfAnOldEngine extends ImageSourceContract {
    @Override
    ImageSource source(ImageFixture... images) {
      return EngineSource.of(new Exported(images[0], Bundle.savedBefore25(images[0]).tar()));
    }

    @Override
    boolean keepsSeveral() {
      return false;
    }
  }

  private ImageSource archive(Bundle bundle, String file, Packing packing) {
    return ImageArchive.at(bundle.tarTo(folder.resolve(file), packing));
  }

  /** An engine that keeps one image. */
  private static final class Exported implements ExportedImage {

    private final ImageFixture image;
    private final byte[] tar;

    Exported(ImageFixture image, byte[] tar) {
      this.image = image;
      this.tar = tar.clone();
    }

    @Override
    public String name() {
      return "docker:shop:1.4";
    }

    @Override
    public Digest id() {
      return Digest.parse(image.config().digest());
    }

    @Override
    public List<Digest> diffIds() {
      return image.layers().stream().map(LayerFixture::diffId).map(Digest::parse).toList();
    }

    @Override
    public InputStream export() {
      return new ByteArrayInputStream(tar);
    }
  }
}
