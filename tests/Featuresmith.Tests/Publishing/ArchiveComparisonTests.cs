using System.Formats.Tar;
using Featuresmith.Publishing;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.Publishing;

public class ArchiveComparisonTests
{
    [Test]
    public void Content_counts_and_the_page_about_it_does_not() =>
        ArchiveComparison
            .Differences(
                Archive(
                    ("./install.sh", "a"),
                    ("./README.md", "9 of 9 passed"),
                    ("./lib/README.md", "a"),
                    ("./gone", "")
                ),
                Archive(("install.sh", "b"), ("README.md", "10 of 10 passed"), ("lib/README.md", "b"), ("new", ""))
            )
            .ShouldBe(["gone", "install.sh", "lib/README.md", "new"]);

    [Test]
    public void What_cannot_be_read_is_said_instead() =>
        ArchiveComparison
            .Differences(new byte[] { 0x1f, 0x8b, 1 }, Archive())
            .ShouldHaveSingleItem()
            .ShouldContain("cannot be read");

    private static byte[] Archive(params (string Path, string Text)[] files)
    {
        using var bytes = new MemoryStream();
        using (var tar = new TarWriter(bytes, leaveOpen: true))
        {
            foreach (var (path, text) in files)
            {
                tar.WriteEntry(
                    new PaxTarEntry(TarEntryType.RegularFile, path)
                    {
                        DataStream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text)),
                    }
                );
            }
        }

        return bytes.ToArray();
    }
}
