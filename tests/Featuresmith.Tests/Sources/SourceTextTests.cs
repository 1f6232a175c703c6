using Featuresmith.Sources;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.Sources;

public class SourceTextTests
{
    [TestCase(0, 1, 1)]
    [TestCase(2, 1, 3)]
    [TestCase(3, 2, 1)]
    [TestCase(5, 3, 1)]
    [TestCase(99, 3, 3)]
    public void Positions_count_from_one(int offset, int line, int column) =>
        new SourceText("f", "ab\nc\nde").PositionAt(offset).ShouldBe(new SourcePosition(line, column));

    [FsCheck.NUnit.Property]
    public void An_offset_survives_the_way_to_a_position_and_back(
        FsCheck.NonNull<string> text,
        FsCheck.NonNegativeInt at
    )
    {
        var source = new SourceText("f", text.Get.Replace("\r", "", StringComparison.Ordinal));
        var offset = Math.Min(at.Get, source.Text.Length);
        source.OffsetAt(source.PositionAt(offset)).ShouldBe(offset);
    }

    [Test]
    public void Lines_come_without_their_ends_of_either_kind()
    {
        var source = new SourceText("f", "one\r\ntwo\n");
        source.Line(1).ShouldBe("one");
        source.Line(2).ShouldBe("two");
        source.LineCount.ShouldBe(3);
    }

    [Test]
    public void A_byte_order_mark_is_remembered_and_not_part_of_the_text()
    {
        var source = SourceText.FromBytes("f", [0xEF, 0xBB, 0xBF, (byte)'x']);
        source.HasByteOrderMark.ShouldBeTrue();
        source.Text.ShouldBe("x");
    }
}
