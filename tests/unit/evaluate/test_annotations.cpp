// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/error.h"
#include "core/evaluate/annotation_file.h"
#include "core/evaluate/coco_annotation.h"
#include "core/evaluate/coco_mask.h"
#include "core/evaluate/dataset.h"
#include "core/evaluate/mask_picture.h"
#include "core/evaluate/voc_annotation.h"
#include "core/image/picture.h"
#include "tests/support/test_class.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QTemporaryDir>
#include <QTest>

using namespace blurig;

namespace {

class Files {
public:
    std::filesystem::path write(const QString& name, const QByteArray& content) const {
        const QString path = m_folder.filePath(name);
        QDir().mkpath(QFileInfo(path).absolutePath());
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write %s", qPrintable(path));
        return path.toStdString();
    }
    std::filesystem::path photo(const QString& name) const {
        const QString path = m_folder.filePath(name);
        QDir().mkpath(QFileInfo(path).absolutePath());
        QImage image(12, 8, QImage::Format_RGB888);
        image.fill(Qt::gray);
        image.save(path);
        return path.toStdString();
    }
    std::filesystem::path folder() const { return m_folder.path().toStdString(); }

private:
    QTemporaryDir m_folder;
};

const QByteArray voc = "<annotation><filename>a</filename><size><width>12</width><height>8</height></size>"
                       "<object><name>n02123045</name><bndbox><xmin>1</xmin><ymin>2</ymin><xmax>4</xmax><ymax>8</ymax>"
                       "</bndbox></object></annotation>";

} // namespace

class TestAnnotations : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void vocBoxesCountFromOneWithBothEndsInside() {
        const Files files;
        const Annotation read = readVocAnnotation(files.write("a.xml", voc));
        QCOMPARE(read.width, 12);
        QCOMPARE(read.objects.size(), std::size_t{1});
        QCOMPARE(read.objects[0].name, std::string("n02123045"));
        QCOMPARE(read.objects[0].box, (Box{.left = 0, .top = 1, .right = 4, .bottom = 8}));
        std::vector<std::string> notes;
        QCOMPARE(insideOf(maskOf(read.objects, 12, 8, notes)), std::size_t{4 * 7});
    }

    void hostileXmlIsNotExpanded() {
        const Files files;
        QByteArray bomb = "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY e \"ha\"><!ENTITY f \"&e;&e;&e;&e;\">"
                          "<!ENTITY s SYSTEM \"file:///etc/passwd\">]>";
        bomb += QByteArray(voc).replace("n02123045", "&f;&s;");
        const Annotation read = readVocAnnotation(files.write("bomb.xml", bomb));
        QCOMPARE(read.objects[0].name, std::string("&f;&s;")); // as it stands there
        for (const QByteArray& bad : {QByteArray("<annotation>"), QByteArray("no xml"), QByteArray("<other/>"),
                                      QByteArray(voc).replace("<xmax>4</xmax>", ""),
                                      QByteArray(voc).replace("<xmax>4</xmax>", "<xmax>nan</xmax>")})
            QVERIFY_EXCEPTION_THROWN(readVocAnnotation(files.write("bad.xml", bad)), Error);
    }

    // The runs that pycocotools gives for these polygons.
    void polygonsAndRunsAreCocos() {
        const std::vector<double> square{1, 1, 5, 1, 5, 4, 1, 4};
        const Mask mask = maskOfRuns(runsOfPolygon(square, 8, 6), 8, 6);
        QCOMPARE(insideOf(mask), std::size_t{12});
        QCOMPARE(mask.inside[1 * 8 + 1], std::uint8_t{1});
        QCOMPARE(mask.inside[4 * 8 + 1], std::uint8_t{0});
        QCOMPARE(insideOf(maskOfRuns(runsOfPolygon(std::vector<double>{0, 0, 8, 0, 8, 6, 0, 6}, 8, 6), 8, 6)),
                 std::size_t{48});
        QCOMPARE(insideOf(maskOfRuns(std::vector<std::uint32_t>{0, 6, 36, 6}, 8, 6)), std::size_t{12});
        QCOMPARE(runsOf("06T10"), (std::vector<std::uint32_t>{0, 6, 36, 6}));
        QCOMPARE(compressed(std::vector<std::uint32_t>{0, 6, 36, 6}), std::string("06T10"));
        QVERIFY_EXCEPTION_THROWN(maskOfRuns(std::vector<std::uint32_t>{0, 60}, 8, 6), std::invalid_argument);
        QVERIFY_EXCEPTION_THROWN(maskOfRuns(std::vector<std::uint32_t>{3}, 8, 6), std::invalid_argument);
        QVERIFY_EXCEPTION_THROWN(runsOf("0\x7f"), std::invalid_argument);
    }

    void cocoIsReadAndWhatIsWrongInItIsTold() {
        const Files files;
        const auto file = files.write("coco.json", R"({
            "images": [{"id": 1, "file_name": "a.png", "width": 8, "height": 6}],
            "categories": [{"id": 7, "name": "cat"}],
            "annotations": [
                {"id": 1, "image_id": 1, "category_id": 7, "bbox": [1, 2, 3, 3]},
                {"id": 2, "image_id": 1, "category_id": 7, "segmentation": [[1, 1, 5, 1, 5, 4, 1, 4]], "bbox": [1, 1, 4, 3]},
                {"id": 3, "image_id": 1, "category_id": 7, "segmentation": {"counts": [0, 48], "size": [6, 8]}},
                {"id": 4, "image_id": 9, "category_id": 7, "bbox": [1, 2, 3, 3]},
                {"id": 5, "image_id": 1, "category_id": 7, "segmentation": {"counts": [1], "size": [6, 8]}},
                {"id": 6, "image_id": 1, "category_id": 7, "iscrowd": 1, "bbox": [0, 0, 8, 6]}]})");
        const CocoFile coco = readCocoAnnotations(file);
        const Annotation& photo = coco.photos.at("a.png");
        QCOMPARE(photo.objects.size(), std::size_t{3});
        QCOMPARE(photo.objects[0].box, (Box{1, 2, 4, 5}));
        QCOMPARE(insideOf(photo.objects[1].mask), std::size_t{12});
        QCOMPARE(insideOf(photo.objects[2].mask), std::size_t{48});
        QCOMPARE(coco.notes.size(), std::size_t{2});
        QVERIFY_EXCEPTION_THROWN(readCocoAnnotations(files.write("bad.json", "[1, 2]")), Error);
    }

    void aDataSetIsPutTogetherByNames() {
        const Files files;
        files.photo("images/a.png");
        files.photo("images/b.png");
        files.photo("n02123045/c.png");
        files.write("annotations/a.xml", voc);
        files.write("annotations/lost.xml", voc);
        DatasetSource source{.folder = files.folder()};
        source.labels = files.write("labels.csv", "file,label\nb.png,tabby\nmissing.png,1\nc\n");
        const Dataset data = readDataset(source);
        QCOMPARE(data.photos.size(), std::size_t{3});
        QVERIFY(annotationOf(data.photos[0]));
        QVERIFY(!annotationOf(data.photos[1]));
        QCOMPARE(data.photos[1].label, std::string("tabby"));
        QCOMPARE(data.photos[2].label, std::string("n02123045")); // its folder
        QCOMPARE(data.notes.size(), std::size_t{3});              // lost.xml, missing.png, the line without a label
        QVERIFY_EXCEPTION_THROWN(readDataset({.folder = files.folder() / "annotations"}), Error);
    }

    void masksArePictures() {
        const Files files;
        files.photo("a.png");
        QImage mask(12, 8, QImage::Format_RGB888);
        mask.fill(Qt::black);
        for (int x = 0; x < 5; ++x)
            mask.setPixelColor(x, 2, Qt::white);
        QDir().mkpath(QString::fromStdString((files.folder() / "masks").string()));
        mask.save(QString::fromStdString((files.folder() / "masks" / "a.png").string()));
        const Dataset data = readDataset({.folder = files.folder(), .masks = files.folder() / "masks"});
        QCOMPARE(data.photos.size(), std::size_t{1}); // the mask is no photo
        QFile::rename(QString::fromStdString((files.folder() / "masks" / "a.png").string()),
                      QString::fromStdString((files.folder() / "masks" / "a-mask.png").string()));
        QCOMPARE(readDataset({.folder = files.folder(), .masks = files.folder() / "masks"}).photos[0].mask.filename(),
                 std::filesystem::path("a-mask.png"));
        mask.save(QString::fromStdString((files.folder() / "masks" / "a.png").string()));
        const auto annotation = annotationOf(data.photos[0]);
        QVERIFY(annotation);
        QCOMPARE(insideOf(annotation->objects[0].mask), std::size_t{5});
    }

    void oneFileIsReadForOnePhoto() {
        const Files files;
        const auto file = files.photo("a.png");
        const Picture photo = readPicture(file);
        QCOMPARE(readAnnotation(files.write("boxes.xml", voc), photo).objects.size(), std::size_t{1});
        const auto coco = files.write("coco.json", R"({"images": [{"id": 1, "file_name": "a.jpg", "width": 12,
            "height": 8}], "categories": [{"id": 7, "name": "cat"}],
            "annotations": [{"id": 1, "image_id": 1, "category_id": 7, "bbox": [1, 2, 3, 3]}]})");
        QCOMPARE(readAnnotation(coco, photo).objects[0].box, (Box{1, 2, 4, 5}));
        QVERIFY_EXCEPTION_THROWN(readAnnotation(coco, readPicture(files.photo("other.png"))), Error);
        const auto mask = files.folder() / "mask.png";
        writeMaskPicture(mask, boxMask({2, 1, 5, 6}, 12, 8));
        QCOMPARE(readAnnotation(mask, photo).objects[0].mask.inside, boxMask({2, 1, 5, 6}, 12, 8).inside);
        writeMaskPicture(mask, boxMask({2, 1, 5, 6}, 12, 9));
        QVERIFY_EXCEPTION_THROWN(readAnnotation(mask, photo), Error);
        QVERIFY_EXCEPTION_THROWN(readAnnotation(files.write("mask.tif", "no picture"), photo), Error);
    }
};

BLURIG_TEST(TestAnnotations)
#include "test_annotations.moc"
