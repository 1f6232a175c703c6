using System.Formats.Tar;
using System.Text;
using Featuresmith.Packaging;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.Packaging;

public class FeatureArchiveTests
{
    [Test]
    public void The_same_files_give_the_same_bytes_in_whatever_order_they_come()
    {
        ArchiveEntry[] entries = [File("install.sh", "a"), File("lib/b", "b"), File("lib/a", "c"), File("z", "d")];
        Pack(entries).ShouldBe(Pack([.. entries.Reverse()]));
        // These are published bytes: a change here is a change of every digest.
        ContentDigest
            .Of(Pack(entries).AsSpan())
            .ShouldBe("sha256:e679dc979d02996c329f73158e2e101fcda0f2aaf8400d00232182a177c2040a");
    }

    [TestCase(99)]
    [TestCase(100)]
    [TestCase(101)]
    [TestCase(155)]
    [TestCase(300)]
    public void Names_of_any_length_come_back(int length)
    {
        var flat = new string('n', length);
        var deep = string.Join('/', Enumerable.Repeat("folder", length / 7)) + "/naïve-ünïcode";
        var read = Read(Pack([File(flat, "1"), File(deep, "2"), new ArchiveEntry("link", false, default, flat)]));
        read.Where(entry => entry.EntryType != TarEntryType.Directory)
            .Select(entry => (entry.Name, entry.LinkName, Text(entry)))
            .ShouldBe([($"./{deep}", "", "2"), ("./link", flat, ""), ($"./{flat}", "", "1")], ignoreOrder: true);
    }

    [Test]
    public void Folders_stand_in_front_of_their_files_and_modes_are_two()
    {
        var read = Read(Pack([File("a/b/c", "1"), new ArchiveEntry("run", true, "#!"u8.ToArray())]));
        read.Select(entry => entry.Name).ShouldBe(["./", "./a/", "./a/b/", "./a/b/c", "./run"]);
        read.Select(entry => Convert.ToString((int)entry.Mode, 8)).ShouldBe(["755", "755", "755", "644", "755"]);
        read.ShouldAllBe(entry => entry.Uid == 0 && entry.Gid == 0);
        read.Select(entry => entry.ModificationTime)
            .Distinct()
            .ShouldBe([DateTimeOffset.FromUnixTimeSeconds(315_532_800)]);
    }

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(511)]
    [TestCase(512)]
    [TestCase(513)]
    public void Contents_of_any_length_fill_whole_blocks(int length)
    {
        var packed = Pack([File("f", new string('x', length))]);
        (packed.Length % 512).ShouldBe(0);
        Text(Read(packed).Last()).Length.ShouldBe(length);
    }

    private static ArchiveEntry File(string path, string text) => new(path, false, Encoding.UTF8.GetBytes(text));

    private static byte[] Pack(IEnumerable<ArchiveEntry> entries)
    {
        using var stream = new MemoryStream();
        FeatureArchive.Write(stream, entries);
        return stream.ToArray();
    }

    private static List<TarEntry> Read(byte[] archive)
    {
        var entries = new List<TarEntry>();
        using var reader = new TarReader(new MemoryStream(archive));
        while (reader.GetNextEntry(copyData: true) is { } entry)
        {
            entries.Add(entry);
        }

        return entries;
    }

    private static string Text(TarEntry entry) =>
        entry.DataStream is null ? "" : new StreamReader(entry.DataStream).ReadToEnd();
}
