using System.Security.Cryptography;
using System.Text;

namespace Scriban.Functions;

/// <summary>Hashes in lower-case hexadecimal and Base64, of the text's UTF-8.</summary>
internal static class StringHashes
{
#pragma warning disable CA5350, CA5351 // The language has them; what for is the template's business.
    public static void DefineIn(Action<string, string, Func<Arguments, object?>> define)
    {
        define("md5", "text", a => Hex(MD5.HashData(Bytes(a, 0))));
        define("sha1", "text", a => Hex(SHA1.HashData(Bytes(a, 0))));
        define("sha256", "text", a => Hex(SHA256.HashData(Bytes(a, 0))));
        define("sha512", "text", a => Hex(SHA512.HashData(Bytes(a, 0))));
        define("hmac_sha1", "text secretKey", a => Hex(HMACSHA1.HashData(Bytes(a, 1), Bytes(a, 0))));
        define("hmac_sha256", "text secretKey", a => Hex(HMACSHA256.HashData(Bytes(a, 1), Bytes(a, 0))));
        define("hmac_sha512", "text secretKey", a => Hex(HMACSHA512.HashData(Bytes(a, 1), Bytes(a, 0))));
        define("base64_encode", "text", a => Convert.ToBase64String(Bytes(a, 0)));
        define("base64_decode", "text", Decode);
    }
#pragma warning restore CA5350, CA5351

    private static byte[] Bytes(Arguments a, int index) => Encoding.UTF8.GetBytes(a.Text(index) ?? string.Empty);

    private static string Hex(byte[] hash) => Convert.ToHexStringLower(hash);

    private static object? Decode(Arguments a)
    {
        try
        {
            return Encoding.UTF8.GetString(Convert.FromBase64String(a.Text(0) ?? string.Empty));
        }
        catch (FormatException)
        {
            throw a.Error("The text is not Base64");
        }
    }
}
