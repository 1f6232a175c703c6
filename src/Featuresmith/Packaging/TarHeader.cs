using System.Globalization;
using System.Text;

namespace Featuresmith.Packaging;

/// <summary>
/// One 512-byte header of a tar archive: POSIX.1-1988 ustar, with the GNU "long name" entry in front where a name does not fit.
/// Written here and not by System.Formats.Tar, so that another version of .NET cannot change published bytes.
/// </summary>
internal static class TarHeader
{
    public const int BlockSize = 512;
    public const char File = '0';
    public const char Link = '2';
    public const char Folder = '5';

    private const char LongLink = 'K';
    private const char LongName = 'L';
    private const int NameSize = 100;
    private const int PrefixSize = 155;

    // 1980-01-01T00:00:00Z: unlike 1970 it is no time that GNU tar warns of.
    private const long ModificationTime = 315_532_800;

    public static void Write(Stream stream, string name, char type, bool executable, long size, string link = "")
    {
        var (nameBytes, linkBytes) = (Encoding.UTF8.GetBytes(name), Encoding.UTF8.GetBytes(link));
        if (linkBytes.Length > NameSize)
        {
            WriteLong(stream, LongLink, linkBytes);
        }

        var cut = PrefixLength(nameBytes);
        if (cut < 0)
        {
            WriteLong(stream, LongName, nameBytes);
        }

        var prefix = cut > 0 ? nameBytes.AsSpan(0, cut) : [];
        var rest = cut > 0 ? nameBytes.AsSpan(cut + 1) : nameBytes;
        var mode =
            type == Link ? 0x1FF
            : executable ? 0x1ED
            : 0x1A4; // 0777, 0755, 0644
        stream.Write(Block(rest, prefix, type, mode, size, linkBytes));
    }

    // The number of bytes that go into the prefix field: 0 where the name alone fits, -1 where no slash splits it well.
    private static int PrefixLength(byte[] name)
    {
        if (name.Length <= NameSize)
        {
            return 0;
        }

        for (var at = Math.Min(PrefixSize, name.Length - 2); at > 0; at--)
        {
            if (name[at] == '/' && name.Length - at - 1 <= NameSize)
            {
                return at;
            }
        }

        return -1;
    }

    private static void WriteLong(Stream stream, char type, byte[] text)
    {
        stream.Write(Block("././@LongLink"u8, [], type, mode: 0, text.Length + 1, []));
        stream.Write(text);
        // At least one NUL ends the text.
        stream.Write(new byte[BlockSize - (text.Length % BlockSize)]);
    }

    private static byte[] Block(
        ReadOnlySpan<byte> name,
        ReadOnlySpan<byte> prefix,
        char type,
        int mode,
        long size,
        ReadOnlySpan<byte> link
    )
    {
        var block = new byte[BlockSize];
        Put(block, 0, name, NameSize);
        Octal(block, 100, mode, 7);
        Octal(block, 108, 0, 7); // uid
        Octal(block, 116, 0, 7); // gid
        Octal(block, 124, size, 11);
        Octal(block, 136, ModificationTime, 11);
        block[156] = (byte)type;
        Put(block, 157, link, NameSize);
        "ustar\0"u8.CopyTo(block.AsSpan(257));
        "00"u8.CopyTo(block.AsSpan(263));
        Octal(block, 329, 0, 7); // device numbers
        Octal(block, 337, 0, 7);
        Put(block, 345, prefix, PrefixSize);
        // The sum is taken with blanks in its own place.
        block.AsSpan(148, 8).Fill((byte)' ');
        Octal(block, 148, block.Sum(value => value), 6);
        block[155] = (byte)' ';
        return block;
    }

    private static void Put(byte[] block, int offset, ReadOnlySpan<byte> text, int size) =>
        text[..Math.Min(text.Length, size)].CopyTo(block.AsSpan(offset));

    // Digits with leading zeros and a NUL behind them.
    private static void Octal(byte[] block, int offset, long value, int digits)
    {
        var text = Convert.ToString(value, 8).PadLeft(digits, '0');
        if (text.Length > digits)
        {
            throw new ArgumentOutOfRangeException(
                nameof(value),
                string.Create(CultureInfo.InvariantCulture, $"{value} does not fit into a tar header")
            );
        }

        Encoding.ASCII.GetBytes(text, block.AsSpan(offset));
        block[offset + digits] = 0;
    }
}
