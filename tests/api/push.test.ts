/** Short messages: to devices and by WhatsApp, what they say, to whom, and what becomes of them. */
import './push/told';
import './push/carriage';
import './push/devices';
import './push/whatsapp';
